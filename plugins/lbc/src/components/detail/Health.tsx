import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { TimeAgo } from '../../text';
import { ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Disclosure, Section } from '../parts';
import { groupHealth, healthTone } from './counts';

type TargetGroup = SubjectDetail['targetGroups'][number];

const useStyles = makeStyles(
  theme => ({
    targets: { marginTop: theme.spacing(1) },
    count: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'LbcHealth' },
);

function GroupHealth(props: { group: TargetGroup }) {
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const health = groupHealth(props.group);
  if (!health) {
    return (
      <span className={classes.count}>
        <ToneIcon tone="grey" />
        {t('detail.healthUnread')}
      </span>
    );
  }
  const { healthy, total, others } = health;
  return (
    <span className={classes.count}>
      <ToneIcon tone={healthTone(healthy, total)} />
      <span>
        {[
          t('detail.healthOf', {
            healthy: String(healthy),
            total: String(total),
          }),
          ...others.map(({ state, count }) =>
            t('detail.healthOther', { number: String(count), state }),
          ),
        ].join(' · ')}
      </span>
    </span>
  );
}

/** Target health in AWS' own words, with its own age. */
export function Health(props: { subject: SubjectDetail }) {
  const { targetGroups } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (targetGroups.length === 0) {
    return null;
  }
  const notHealthy = targetGroups.flatMap(group =>
    (group.notHealthy ?? []).map(target => ({ group, target })),
  );
  const targets = (
    <DataTable
      label={t('detail.targets')}
      head={[
        t('detail.target'),
        t('detail.targetState'),
        t('detail.reason'),
        t('detail.group'),
      ]}
      rows={notHealthy.map(({ group, target }, index) => ({
        key: `${index}-${target.id}`,
        cells: [
          target.port === undefined ? target.id : `${target.id}:${target.port}`,
          target.state,
          [target.reason, target.description].filter(Boolean).join(': '),
          group.name,
        ],
      }))}
    />
  );
  return (
    <Section title={t('detail.health')}>
      <DataTable
        label={t('detail.health')}
        head={[t('detail.group'), t('detail.targets'), t('detail.read')]}
        rows={targetGroups.map(group => ({
          key: group.arn,
          cells: [
            [
              group.name,
              group.protocol &&
                `${group.protocol}${group.port ? `:${group.port}` : ''}`,
              group.targetType,
            ]
              .filter(Boolean)
              .join(' · '),
            <GroupHealth group={group} />,
            group.health ? <TimeAgo iso={group.health.observedAt} /> : '–',
          ],
        }))}
      />
      {notHealthy.length > 0 && (
        <div className={classes.targets}>
          {notHealthy.length > 10 ? (
            <Disclosure
              label={t('detail.notHealthy', { count: notHealthy.length })}
            >
              {targets}
            </Disclosure>
          ) : (
            targets
          )}
        </div>
      )}
    </Section>
  );
}
