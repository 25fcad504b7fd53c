import type { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCompatibilityView } from '../../hooks/useCompatibilityView';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { Notice } from '../parts';
import { PlainState } from '../states';
import { Controllers } from './Controllers';
import { ControllerSection } from './ControllerSection';
import { controllerKey, versionName } from './names';
import type { Report } from './types';

/** The answer: each controller with its verdict, or why there is none. */
export function ReportView(props: { entity: Entity; report: Report }) {
  const { entity, report } = props;
  const { controllers, notes, knowledge } = report;
  const classes = useContentStyles();
  const view = useCompatibilityView();
  const { t } = useTranslationRef(lbcTranslationRef);
  const reasons = notes.map((note, index) => (
    <div key={`${index}-${note.code}`}>
      <Sentence message={note} />
    </div>
  ));
  return (
    <>
      {controllers.length === 0 ? (
        <PlainState
          title={t('compatibility.empty.title', {
            kind: entity.kind.toLocaleLowerCase('en-US'),
          })}
        >
          {reasons}
          <div>{t('compatibility.empty.text')}</div>
        </PlainState>
      ) : (
        reasons.length > 0 && (
          <Notice tone="grey" label={t('compatibility.notes')}>
            {reasons}
          </Notice>
        )
      )}
      <Controllers controllers={controllers} />
      {controllers.map(compatibility => (
        <ControllerSection
          key={controllerKey(compatibility.controller)}
          compatibility={compatibility}
          view={view}
          named={controllers.length > 1}
        />
      ))}
      <Typography variant="caption" className={classes.quiet}>
        {t('compatibility.knowledge', {
          releases: String(knowledge.releases),
          newest: versionName(knowledge.newest),
          date: knowledge.date,
        })}
      </Typography>
    </>
  );
}
