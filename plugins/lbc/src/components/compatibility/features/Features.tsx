import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CompatibilityView } from '../../../hooks/useCompatibilityView';
import { Sentence } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { DataTable, Section } from '../../parts';
import { versionName } from '../names';
import type { Compatibility, Feature } from '../types';
import { FeatureFilters } from './FeatureFilters';
import { FeatureStatus } from './FeatureStatus';
import { eachFeature, gatherFeatures } from './gather';
import type { GatheredFeature } from './gather';

/** Lines at first, and more with each press. */
const LINES = 25;
const OBJECTS = 3;

const useStyles = makeStyles(theme => ({ quiet: { color: quiet(theme) } }), {
  name: 'LbcFeatures',
});

/** What to write instead, and what else is to say. */
function FeatureNote(props: { feature: Feature }) {
  const { nearest, replacement, note } = props.feature;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      {nearest && (
        <div>{t('compatibility.features.nearest', { name: nearest })}</div>
      )}
      {replacement && (
        <div>
          {t('compatibility.features.replacement', { name: replacement })}
        </div>
      )}
      {note && (
        <div>
          <Sentence message={note} />
        </div>
      )}
    </>
  );
}

function FirstRelease(props: { feature: Feature }) {
  const { introducedIn, lastIn } = props.feature;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      {introducedIn
        ? versionName(introducedIn)
        : t('compatibility.features.firstUnknown')}
      {lastIn &&
        ` · ${t('compatibility.features.last', {
          version: versionName(lastIn),
        })}`}
    </>
  );
}

function Objects(props: { objects: string[] }) {
  const { objects } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const rest = objects.length - OBJECTS;
  return (
    <>
      {objects.slice(0, OBJECTS).map(object => (
        <div key={object}>{object}</div>
      ))}
      {rest > 0 && t('compatibility.features.more', { count: rest })}
    </>
  );
}

/** Every annotation and field in use, with its first release and what becomes of it. */
export function Features(props: {
  compatibility: Compatibility;
  view: CompatibilityView;
}) {
  const { compatibility, view } = props;
  const { features } = compatibility;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const [most, setMost] = useState(LINES);
  if (features.length === 0) {
    return (
      <Section title={t('compatibility.features')}>
        <Typography variant="body2" className={classes.quiet}>
          {t('compatibility.features.none')}
        </Typography>
      </Section>
    );
  }
  const gather = view.byObject ? eachFeature : gatherFeatures;
  const all = gather(features);
  const chosen = all.filter(
    ({ feature }) => !view.features || feature.status === view.features,
  );
  const lines = chosen.slice(0, most);

  const row = ({ key, feature, objects }: GatheredFeature) => {
    const name = <code>{feature.name}</code>;
    const used = <Objects objects={objects} />;
    return {
      key,
      cells: [
        ...(view.byObject ? [used, name] : [name]),
        <FirstRelease feature={feature} />,
        <FeatureStatus status={feature.status} />,
        ...(view.byObject ? [] : [used]),
        <FeatureNote feature={feature} />,
      ],
    };
  };
  return (
    <Section title={t('compatibility.features')}>
      <FeatureFilters
        features={features}
        shown={lines.length}
        total={all.length}
        view={view}
      />
      {lines.length === 0 ? (
        <Typography variant="body2">
          {t('compatibility.features.noMatch')}
        </Typography>
      ) : (
        <DataTable
          label={t('compatibility.features')}
          head={[
            ...(view.byObject ? [t('compatibility.features.object')] : []),
            t('compatibility.features.feature'),
            t('compatibility.features.first'),
            t('compatibility.features.status'),
            ...(view.byObject ? [] : [t('compatibility.features.objects')]),
            t('compatibility.features.note'),
          ]}
          rows={lines.map(row)}
        />
      )}
      {chosen.length > lines.length && (
        <Button size="small" onClick={() => setMost(most + LINES)}>
          {t('compatibility.features.showMore')}
        </Button>
      )}
    </Section>
  );
}
