import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../hooks/useId';
import type { ReadinessView } from '../../hooks/useReadinessView';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { Notice } from '../parts';
import { PlainState } from '../states';
import { ClusterSection } from './ClusterSection';
import { Effects } from './effects';
import type { Answer } from './types';

const useStyles = makeStyles(
  { cluster: { minWidth: 200, maxWidth: 340 } },
  { name: 'LbcReadinessAnswer' },
);

/** Said where the rest would stand, not above it. */
const NOT_PERMITTED = 'readiness.whole-cluster-not-permitted';

/** The answer: the owner's lines first, then all about the cluster. */
export function AnswerView(props: {
  entity: Entity;
  answer: Answer;
  view: ReadinessView;
  onAttested: () => void;
}) {
  const { entity, answer, view, onAttested } = props;
  const { clusters } = answer;
  const notes = answer.notes.filter(({ code }) => code !== NOT_PERMITTED);
  const classes = useStyles();
  const id = useId('lbc-cluster');
  const { t } = useTranslationRef(lbcTranslationRef);
  const name = entity.metadata.title ?? entity.metadata.name;
  const reasons = notes.map((note, index) => (
    <div key={`${index}-${note.code}`}>
      <Sentence message={note} />
    </div>
  ));
  if (clusters.length === 0) {
    return (
      <PlainState
        title={t('readiness.empty.title', {
          kind: entity.kind.toLocaleLowerCase('en-US'),
        })}
      >
        {reasons}
        <div>{t('readiness.empty.text')}</div>
      </PlainState>
    );
  }
  const answered = clusters.filter(
    ({ problems, report }) => report || !problems?.length,
  );
  const shown =
    clusters.find(({ cluster }) => cluster === view.cluster) ??
    clusters.find(({ report }) => report) ??
    clusters[0];
  return (
    <>
      {reasons.length > 0 && (
        <Notice tone="grey" label={t('readiness.notes')}>
          {reasons}
        </Notice>
      )}
      {answered.map(readiness => (
        <Effects
          key={readiness.cluster}
          name={
            clusters.length > 1
              ? t('readiness.effect.owner', {
                  owner: name,
                  cluster: readiness.cluster,
                })
              : name
          }
          readiness={readiness}
        />
      ))}
      {clusters.length > 1 && (
        <TextField
          id={id}
          className={classes.cluster}
          select
          size="small"
          variant="outlined"
          label={t('readiness.target.cluster')}
          value={shown.cluster}
          onChange={event => view.setCluster(event.target.value)}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
        >
          {clusters.map(({ cluster }) => (
            <option key={cluster} value={cluster}>
              {cluster}
            </option>
          ))}
        </TextField>
      )}
      <ClusterSection
        key={shown.cluster}
        readiness={shown}
        notPermitted={answer.notes.find(
          ({ code, params }) =>
            code === NOT_PERMITTED && params?.cluster === shown.cluster,
        )}
        view={view}
        onAttested={onAttested}
      />
    </>
  );
}
