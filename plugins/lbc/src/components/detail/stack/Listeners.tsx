import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { ApiStackDetail } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../../translation';
import { DataTable } from '../../parts';
import { useStackStyles } from './useStackStyles';

type Listener = NonNullable<ApiStackDetail['chain']['listeners']>[number];
type Rule = Listener['rules'][number];
type Action = Rule['actions'][number];

/** When a rule holds, in AWS' words. */
function Conditions(props: { rule: Rule }) {
  const { conditions, priority } = props.rule;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (priority === 'default') {
    return <>{t('stack.otherwise')}</>;
  }
  if (conditions.length === 0) {
    return <>{t('stack.always')}</>;
  }
  return (
    <>
      {conditions.map(({ field, values, moreValues }, index) => (
        <div key={`${index}-${field}`}>
          {`${field}: ${values.join(' | ')}`}
          {moreValues > 0 &&
            ` ${t('stack.more', { number: String(moreValues) })}`}
        </div>
      ))}
    </>
  );
}

/** What a rule does with a request. */
function Then(props: { action: Action }) {
  const { type, targetGroups, location, statusCode } = props.action;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (targetGroups) {
    return (
      <>
        {targetGroups.map(({ arn, name, share }) => (
          <div key={arn}>
            {`→ ${name ?? arn}`}
            {share !== undefined &&
              ` ${t('stack.share', { percent: String(share) })}`}
          </div>
        ))}
      </>
    );
  }
  return <div>{[type, statusCode, location].filter(Boolean).join(' ')}</div>;
}

function ListenerRules(props: { listener: Listener }) {
  const { listener } = props;
  const { port, protocol, sslPolicy, certificateArns, rules } = listener;
  const classes = useStackStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const name = `${protocol}:${port}`;
  const facts = [
    sslPolicy,
    certificateArns.length > 0 &&
      t('stack.certificates', { count: certificateArns.length }),
  ].filter(Boolean);
  return (
    <li>
      <Typography component="h5" variant="body2" className={classes.name}>
        {t('stack.listener', { name })}
        {facts.length > 0 && (
          <span className={classes.quiet}>{` · ${facts.join(' · ')}`}</span>
        )}
      </Typography>
      <DataTable
        label={t('stack.rulesOf', { name })}
        head={[t('stack.priority'), t('stack.if'), t('stack.then')]}
        rows={rules.map((rule, index) => ({
          key: `${index}`,
          cells: [
            rule.priority === 'default'
              ? t('stack.default')
              : String(rule.priority),
            <Conditions rule={rule} />,
            rule.actions.map((action, at) => (
              <Then key={`${at}`} action={action} />
            )),
          ],
        }))}
      />
      {!listener.rulesRead && (
        <Typography variant="caption" className={classes.quiet}>
          {t('stack.rulesUnread')}
        </Typography>
      )}
      {listener.moreRules > 0 && (
        <Typography variant="caption" className={classes.quiet}>
          {t('stack.moreRules', { count: listener.moreRules })}
        </Typography>
      )}
    </li>
  );
}

/** The listeners of a load balancer with their rules. */
export function Listeners(props: { chain: ApiStackDetail['chain'] }) {
  const { listeners, moreListeners } = props.chain;
  const classes = useStackStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!listeners) {
    return null;
  }
  return (
    <>
      {listeners.length === 0 && (
        <Typography variant="body2">{t('stack.noListener')}</Typography>
      )}
      <ul className={classes.list}>
        {listeners.map(listener => (
          <ListenerRules key={listener.arn} listener={listener} />
        ))}
      </ul>
      {moreListeners > 0 && (
        <Typography variant="caption" className={classes.quiet}>
          {t('stack.moreListeners', { count: moreListeners })}
        </Typography>
      )}
    </>
  );
}
