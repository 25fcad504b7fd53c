import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { StateBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Section } from '../parts';
import { ownerName } from '../subjects/describe';
import { ConvergenceText } from './ConvergenceText';

/** A group by its name, as people say it. */
function teamName(ref: string): string {
  return ref.replace(/^(group:)?(default\/)?/, '');
}

/** The members of a group, each with its own state: one can be stuck while the group serves. */
export function Members(props: { subject: SubjectDetail }) {
  const { owners, ownerCount, hiddenOwners } = props.subject;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (ownerCount + (hiddenOwners?.count ?? 0) < 2) {
    return null;
  }
  const more = ownerCount - owners.length;
  return (
    <Section title={t('detail.members')}>
      <DataTable
        label={t('detail.members')}
        head={[
          t('detail.member'),
          t('detail.targetState'),
          t('detail.because'),
          t('detail.converged'),
        ]}
        rows={owners.map(owner => {
          const name = ownerName(owner);
          return {
            key: `${name} ${owner.uid}`,
            cells: [
              owner.exists ? name : t('list.ownerGone', { owner: name }),
              <StateBadge state={owner.state} />,
              owner.because ? <Sentence message={owner.because} /> : '',
              <ConvergenceText owner={owner} />,
            ],
          };
        })}
      />
      {hiddenOwners && (
        <Typography variant="caption" component="div">
          {t('detail.membersHidden', {
            count: hiddenOwners.count,
            teams: hiddenOwners.teams
              .map(
                ({ team, count }) =>
                  `${
                    team ? teamName(team) : t('detail.membersNoTeam')
                  }: ${count}`,
              )
              .join(', '),
          })}
        </Typography>
      )}
      {more > 0 && (
        <Typography variant="caption">
          {t('detail.membersMore', { count: more })}
        </Typography>
      )}
    </Section>
  );
}
