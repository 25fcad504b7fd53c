import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useId } from '../../../hooks/useId';
import { useWidth } from '../../../hooks/useWidth';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Section } from '../../parts';
import type { Compatibility } from '../types';
import { Ahead } from './Ahead';
import { LadderTable } from './LadderTable';
import { Rung } from './Rung';
import { minorNumber, spanOf, ticksOf } from './minors';
import { ladderRows } from './rows';
import { useReleaseWords } from './useReleaseWords';

const LETTER = 6.4;
const HEAD = 22;
const FOOT = 20;
const LEFT = 240;
const NARROW_LEFT = 76;
const MARKS = 66;

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    svg: {
      display: 'block',
      width: '100%',
      fontFamily: theme.typography.fontFamily,
      fontSize: 12,
    },
    note: { ...theme.typography.caption, color: quiet(theme) },
  }),
  { name: 'LbcLadder' },
);

/**
 * The releases as rungs, newest on top, each with its range of Kubernetes
 * against this cluster's version, with all of them as a table behind it.
 */
export function Ladder(props: { compatibility: Compatibility }) {
  const { ladder, kubernetes } = props.compatibility;
  const classes = useStyles();
  const theme = useTheme();
  const titleId = useId('lbc-ladder');
  const { t } = useTranslationRef(lbcTranslationRef);
  const words = useReleaseWords();
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const narrow = width < 560;
  const left = narrow ? NARROW_LEFT : LEFT;
  const rows = ladderRows(ladder);
  const shown = rows.flatMap(row =>
    row.kind === 'release' ? [row.release] : [],
  );
  const span = spanOf(shown, kubernetes?.version);
  const column = span ? (width - left) / (span.last - span.first + 1) : 0;
  const at = (minor: number) => left + (minor - (span?.first ?? 0)) * column;
  const own = minorNumber(kubernetes?.version);

  let y = HEAD;
  const placed = rows.map(row => {
    const marks = row.kind === 'release' ? words.short(row.release) : [];
    const height = narrow && marks.length > 0 ? 38 : 22;
    const top = y;
    y += row.kind === 'gap' ? 18 : height;
    return { row, top };
  });
  const bottom = y;
  const ownX = own === undefined ? undefined : at(own) + column / 2;
  const label = t('compatibility.ladder.thisCluster', {
    version: kubernetes?.version ?? '',
  });
  const labelX =
    ownX === undefined
      ? 0
      : Math.max(
          0,
          Math.min(
            ownX - (label.length * LETTER) / 2,
            width - label.length * LETTER,
          ),
        );

  return (
    <Section title={t('compatibility.ladder')}>
      <Ahead ladder={ladder} />
      <div ref={ref} className={classes.root}>
        <svg
          className={classes.svg}
          height={bottom + FOOT}
          role="img"
          aria-labelledby={titleId}
        >
          <title id={titleId}>{t('compatibility.ladder.summary')}</title>
          {ownX !== undefined && (
            <>
              <rect
                x={at(own ?? 0)}
                width={column}
                y={HEAD - 4}
                height={bottom - HEAD + 4}
                fill={theme.palette.action.selected}
              />
              <text
                x={labelX}
                y={12}
                fill={theme.palette.text.primary}
                fontWeight="bold"
              >
                {label}
              </text>
            </>
          )}
          {placed.map(({ row, top }) =>
            row.kind === 'release' ? (
              <Rung
                key={row.release.version}
                release={row.release}
                place={{
                  y: top + 11,
                  marksX: narrow ? 0 : MARKS,
                  marksY: narrow ? top + 31 : top + 15,
                  at,
                  right: width,
                }}
              />
            ) : (
              <text key={row.key} x={0} y={top + 13} fill={quiet(theme)}>
                {`⋮ ${[
                  t('compatibility.ladder.gap', { count: row.count }),
                  row.avoid > 0 &&
                    t('compatibility.ladder.gapAvoid', { count: row.avoid }),
                ]
                  .filter(Boolean)
                  .join(', ')}`}
              </text>
            ),
          )}
          {span &&
            ticksOf(span, { width: width - left, letter: LETTER }).map(
              minor => (
                <text
                  key={minor}
                  x={at(minor) + column / 2}
                  y={bottom + 14}
                  textAnchor="middle"
                  fill={quiet(theme)}
                >
                  {`1.${minor}`}
                </text>
              ),
            )}
          {!narrow && (
            <text x={0} y={bottom + 14} fill={quiet(theme)}>
              {t('compatibility.ladder.kubernetes')}
            </text>
          )}
        </svg>
        <Typography component="div" className={classes.note}>
          {t('compatibility.ladder.legend')}
        </Typography>
        <LadderTable ladder={ladder} />
      </div>
    </Section>
  );
}
