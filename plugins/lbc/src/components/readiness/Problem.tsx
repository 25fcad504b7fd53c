import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import type { ReadinessView } from '../../hooks/useReadinessView';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { PlainState } from '../states';
import { useTargetName } from './useTargetName';
import type { Message } from './types';
import { OtherTarget } from './verdict';

/** Why a question has no answer, and how to ask another one. */
export function Problem(props: {
  cluster: string;
  problems: readonly Message[];
  view: ReadinessView;
}) {
  const { cluster, problems, view } = props;
  const targetName = useTargetName();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <PlainState
      title={
        view.target
          ? t('readiness.problem.ofTarget', {
              cluster,
              target: targetName(view.target),
            })
          : t('readiness.problem.title', { cluster })
      }
    >
      {problems.map((problem, index) => (
        <div key={`${index}-${problem.code}`}>
          <Sentence message={problem} />
        </div>
      ))}
      <OtherTarget onChoose={view.setTarget} />
      {view.target && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => view.setTarget(undefined)}
        >
          {t('readiness.target.backToProposed')}
        </Button>
      )}
    </PlainState>
  );
}
