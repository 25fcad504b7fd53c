import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Sentence } from '../../text';
import { quiet } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Disclosure } from '../parts';
import type { Controller } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      gap: theme.spacing(1, 3),
      margin: theme.spacing(0.5, 0, 1),
      '& dt': { ...theme.typography.caption, color: quiet(theme) },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'LbcRunningFacts' },
);

function Facts(props: { controller: Controller }) {
  const { controller } = props;
  const { chart, identity, namespace, name, watchNamespace } = controller;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const images = [...new Set(controller.versions.flatMap(v => v.image ?? []))];
  const facts: Array<[string, ReactNode]> = [
    [t('compatibility.deployment'), name && `${namespace}/${name}`],
    [
      t('compatibility.image'),
      images.length > 0 && images.map(image => <div key={image}>{image}</div>),
    ],
    [
      t('compatibility.chart'),
      chart &&
        (chart.appVersion
          ? t('compatibility.chartOf', {
              name: chart.name,
              version: chart.version,
              appVersion: chart.appVersion,
            })
          : `${chart.name} ${chart.version}`),
    ],
    [t('compatibility.clusterName'), controller.clusterName],
    [t('compatibility.region'), controller.region],
    [t('compatibility.vpc'), controller.vpcId],
    [
      t('compatibility.watches'),
      controller.kind === 'deployment' &&
        (watchNamespace
          ? t('compatibility.watchesOne', { namespace: watchNamespace })
          : t('compatibility.watchesAll')),
    ],
    [t('compatibility.strategy'), controller.strategy],
    [t('compatibility.disruption'), controller.podDisruptionBudget],
    [
      t('compatibility.lock'),
      controller.lock === 'unknown'
        ? t('compatibility.life.unknown')
        : controller.lock,
    ],
    [t('compatibility.serviceAccount'), controller.serviceAccount],
    [
      t('compatibility.identity'),
      identity && (
        <>
          {t(`compatibility.identity.${identity.kind}`)}
          {identity.roleArn && <div>{identity.roleArn}</div>}
          <div>
            <Sentence message={identity.because} />
          </div>
        </>
      ),
    ],
  ];
  return (
    <dl className={classes.root}>
      {facts.map(
        ([term, value]) =>
          value && (
            <Typography key={term} component="div" variant="body2">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </Typography>
          ),
      )}
    </dl>
  );
}

/** How it runs: image, chart, rights, flags and gates, on request. */
export function RunningFacts(props: { controller: Controller }) {
  const { controller } = props;
  const flags = Object.entries(controller.flags);
  const gates = Object.entries(controller.gates ?? {});
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Disclosure label={t('compatibility.details')}>
      <Facts controller={controller} />
      {flags.length > 0 && (
        <Disclosure label={t('compatibility.flags', { count: flags.length })}>
          <DataTable
            label={t('compatibility.flags', { count: flags.length })}
            head={[t('compatibility.flag'), t('compatibility.value')]}
            rows={flags.map(([flag, value]) => ({
              key: flag,
              cells: [`--${flag}`, value],
            }))}
          />
        </Disclosure>
      )}
      {gates.length > 0 && (
        <Disclosure label={t('compatibility.gates', { count: gates.length })}>
          <DataTable
            label={t('compatibility.gates', { count: gates.length })}
            head={[t('compatibility.gate'), t('compatibility.value')]}
            rows={gates.map(([gate, on]) => ({
              key: gate,
              cells: [
                gate,
                on ? t('compatibility.on') : t('compatibility.off'),
              ],
            }))}
          />
        </Disclosure>
      )}
    </Disclosure>
  );
}
