import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { CleanUpResponse } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, useText } from '../../text';
import { ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { Notice } from '../parts';
import { CleanUpSteps, CommandList } from './CleanUpSteps';
import { Part, sentences } from './Part';
import { useRemovalStyles } from './useRemovalStyles';

function usd(amount: number): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
  }).format(amount);
}

function Cost(props: { cost: NonNullable<CleanUpResponse['cost']> }) {
  const { cost } = props;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const lines = [
    {
      key: 'total',
      node: (
        <b>
          {cost.monthly === undefined
            ? t('cleanUp.costUnknown')
            : t('cleanUp.costAtLeast', { amount: usd(cost.monthly) })}
        </b>
      ),
    },
    ...cost.parts.map(({ message, monthly }) => ({
      key: message.code,
      node: (
        <>
          <Sentence message={message} />
          {monthly !== undefined && `: ${usd(monthly)}`}
        </>
      ),
    })),
    ...sentences(cost.unknown),
    {
      key: 'source',
      node: (
        <span className={classes.quiet}>
          {t('cleanUp.costSource', { date: cost.date, source: cost.source })}
        </span>
      ),
    },
  ];
  return <Part title={t('cleanUp.cost')} items={lines} />;
}

function ProofLine(props: { line: CleanUpResponse['proof'][number] }) {
  const { asks, met, says } = props.line;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <span className={classes.line}>
      <ToneIcon tone={met ? 'green' : 'amber'} size={15} />
      <span className={classes.body}>
        <Sentence message={asks} />{' '}
        <span className={classes.quiet}>
          {met ? t('cleanUp.met') : t('cleanUp.open')}
          {says && (
            <>
              {' · '}
              <Sentence message={says} />
            </>
          )}
        </span>
      </span>
    </span>
  );
}

/** Everything a person needs to clean an orphan up, or to see why not yet. */
export function CleanUpPlan(props: { plan: CleanUpResponse }) {
  const { plan } = props;
  const { permission, grade, cost, instead } = plan;
  const classes = useRemovalStyles();
  const text = useText();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Typography component="div" variant="body2" className={classes.answer}>
      <div>
        <Sentence message={plan.because} />
        {grade && <> {t(`detail.${grade}`)}</>}
      </div>
      {plan.applies && (
        <Notice
          tone={permission.allowed ? 'amber' : 'grey'}
          label={t('cleanUp.permission')}
        >
          <div>
            <Sentence message={permission.because} />
          </div>
          {permission.allowedAt && (
            <div>
              {t('cleanUp.allowedAt', {
                when: text.when(permission.allowedAt),
              })}
            </div>
          )}
          <Part
            title={t('cleanUp.lacking')}
            items={sentences(permission.lacking)}
          />
        </Notice>
      )}
      <div className={classes.line}>
        <ToneIcon tone={plan.mayStillServe ? 'amber' : 'grey'} size={15} />
        <span className={classes.body}>
          <Sentence message={plan.serving} />
        </span>
      </div>
      {cost && <Cost cost={cost} />}
      <Part
        title={t('cleanUp.proof')}
        items={plan.proof.map(line => ({
          key: line.row,
          node: <ProofLine line={line} />,
        }))}
      />
      {instead && <Sentence message={instead} />}
      <CleanUpSteps steps={plan.steps} />
      {plan.afterwards.length > 0 && (
        <Part
          title={t('cleanUp.afterwards')}
          items={[
            {
              key: 'afterwards',
              node: (
                <CommandList
                  commands={plan.afterwards}
                  copyLabel={t('cleanUp.copyCheck')}
                />
              ),
            },
          ]}
        />
      )}
    </Typography>
  );
}
