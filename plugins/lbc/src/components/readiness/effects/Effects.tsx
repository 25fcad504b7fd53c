import { useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet, ToneBadge, useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { versionName } from '../../compatibility/names';
import { ownerText } from '../names';
import { useTargetName } from '../useTargetName';
import type { ClusterReadiness, Effect } from '../types';
import { countEffects, EFFECT_TONES, worstFirst } from './summary';

/** So many lines are read at a glance; a cluster has more owners. */
const SHOWN = 5;
const MORE = 50;

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 2),
      borderLeft: '4px solid',
      overflowWrap: 'anywhere',
    },
    headline: {
      ...theme.typography.body1,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      margin: 0,
    },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
      marginTop: theme.spacing(0.5),
    },
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.75, 0, 0),
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(0.5) },
    },
    owner: { fontWeight: 'bold' },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcEffects' },
);

function Owner(props: { effect: Effect; badge: boolean }) {
  const { owner, effect, because } = props.effect;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <li>
      {props.badge && (
        <>
          <ToneBadge
            tone={EFFECT_TONES[effect]}
            word={t(`readiness.effect.${effect}`)}
            size={16}
          />{' '}
        </>
      )}
      <span className={classes.owner}>{ownerText(owner)}</span>
      {': '}
      <Sentence message={because} />
    </li>
  );
}

/** The owner's line: what the change does to this entity's service, and why. */
export function Effects(props: { name: string; readiness: ClusterReadiness }) {
  const { name, readiness } = props;
  const { cluster, target, from } = readiness;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  const targetName = useTargetName();
  const [shown, setShown] = useState(SHOWN);

  const effects = worstFirst(readiness.effects);
  const worst = effects[0]?.effect;
  const counts = countEffects(effects);
  const jumpsFrom =
    target?.kind === 'kubernetes' ? cluster : from && versionName(from);
  const title =
    target && jumpsFrom
      ? t('readiness.effect.ofJump', {
          name,
          from: jumpsFrom,
          to: targetName(target),
        })
      : t('readiness.effect.title', { name });
  const more = effects.length - shown;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={title}
      className={classes.root}
      style={{ borderLeftColor: tones[EFFECT_TONES[worst ?? 'none']].icon }}
    >
      <h3 className={classes.headline}>
        {title}:
        {worst && (
          <ToneBadge
            tone={EFFECT_TONES[worst]}
            word={t(`readiness.effect.${worst}`)}
            size={20}
          />
        )}
      </h3>
      <Typography component="div" variant="body2">
        {!worst && t('readiness.effect.nothing', { name, cluster })}
        {counts.length > 1 && (
          <div className={classes.counts}>
            {counts.map(({ effect, count }) => (
              <ToneBadge
                key={effect}
                tone={EFFECT_TONES[effect]}
                word={t(`readiness.effect.counts.${effect}`, { count })}
                size={16}
              />
            ))}
          </div>
        )}
        {effects.length > 0 && (
          <ul className={classes.list}>
            {effects.slice(0, shown).map(effect => (
              <Owner
                key={`${effect.subjectId} ${ownerText(effect.owner)}`}
                effect={effect}
                badge={counts.length > 1}
              />
            ))}
          </ul>
        )}
        {more > 0 && (
          <Button
            size="small"
            onClick={() => setShown(previous => previous + MORE)}
          >
            {t('readiness.effect.showMore', { count: Math.min(more, MORE) })}
          </Button>
        )}
      </Typography>
    </Paper>
  );
}
