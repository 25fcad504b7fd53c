import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail, Tone } from '@lbc-backstage/plugin-lbc-common';
import { quiet, ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { CopyButton, Section } from '../parts';
import { countsOf, healthTone } from './counts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'stretch',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    step: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      minWidth: 0,
      maxWidth: '100%',
      '&:not(:first-child)::before': {
        content: '"→"',
        color: quiet(theme),
      },
    },
    box: {
      minWidth: 0,
      maxWidth: 420,
      overflowWrap: 'anywhere',
      padding: theme.spacing(0.5, 1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      height: '100%',
      boxSizing: 'border-box',
    },
    unread: { borderStyle: 'dashed', color: quiet(theme) },
    label: {
      ...theme.typography.caption,
      lineHeight: 1.3,
      color: quiet(theme),
      display: 'block',
    },
    value: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    copy: { flex: 'none', margin: theme.spacing(-0.75, -0.75, -0.75, 0) },
  }),
  { name: 'LbcChain' },
);

type Listeners = NonNullable<
  NonNullable<SubjectDetail['detail']>['chain']['listeners']
>;

/** Rules of listeners, the default ones among them. */
function rulesIn(listeners: Listeners): number {
  return listeners.reduce(
    (sum, { rules, moreRules }) => sum + rules.length + moreRules,
    0,
  );
}

/** The way of a request: from the DNS name to the targets, and what of it was not read. */
export function Chain(props: { subject: SubjectDetail }) {
  const { loadBalancer, targetGroups, targets, detail } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!loadBalancer && targetGroups.length === 0) {
    return null;
  }

  const step = (
    label: string,
    value: ReactNode,
    options: { unread?: boolean; tone?: Tone; copy?: ReactNode } = {},
  ) => (
    <li className={classes.step}>
      <div className={`${classes.box} ${options.unread ? classes.unread : ''}`}>
        <span className={classes.label}>{label}</span>
        <span className={classes.value}>
          {options.tone && <ToneIcon tone={options.tone} size={15} />}
          <span>{value}</span>
          {options.copy && <span className={classes.copy}>{options.copy}</span>}
        </span>
      </div>
    </li>
  );

  const listeners = detail?.chain.listeners;
  const counts = countsOf(targetGroups);
  return (
    <Section title={t('detail.chain')}>
      <Typography component="ol" variant="body2" className={classes.root}>
        {loadBalancer && (
          <>
            {step(t('detail.dns'), loadBalancer.dnsName, {
              copy: (
                <CopyButton
                  text={loadBalancer.dnsName}
                  label={t('detail.copyDns')}
                />
              ),
            })}
            {listeners
              ? step(
                  t('detail.listeners'),
                  [
                    t('stack.countListeners', {
                      count:
                        listeners.length + (detail?.chain.moreListeners ?? 0),
                    }),
                    t('stack.countRules', { count: rulesIn(listeners) }),
                  ].join(', '),
                )
              : step(t('detail.listeners'), t('detail.notRead'), {
                  unread: true,
                })}
          </>
        )}
        {step(
          t('detail.targetGroups'),
          targetGroups.length === 0
            ? t('detail.noTargetGroups')
            : targetGroups.map((group, index) => (
                <Fragment key={group.arn}>
                  {index > 0 && <br />}
                  {group.name}
                  {group.targetType && ` (${group.targetType})`}
                </Fragment>
              )),
        )}
        {targetGroups.length > 0 &&
          step(
            t('detail.targets'),
            counts.read
              ? t('detail.healthOf', {
                  healthy: String(targets.healthy),
                  total: String(targets.total),
                })
              : t('detail.healthUnread'),
            counts.read
              ? { tone: healthTone(targets.healthy, targets.total) }
              : { unread: true },
          )}
      </Typography>
    </Section>
  );
}
