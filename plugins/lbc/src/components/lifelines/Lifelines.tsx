import { useId } from '../../hooks/useId';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { STATE_TONES } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { useNow } from '../../hooks/useNow';
import { quiet, useTones } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { LifelinesTable } from './LifelinesTable';
import { lifelinesOf, NO_CONTROLLER } from './events';
import type { Lifeline, StretchKind } from './events';
import { fitLabels, gather, scaleOf } from './scale';
import { withTimeline } from './timeline';
import { useEventWord, useStretchWord } from './useEventWord';
import { useWidth } from '../../hooks/useWidth';

const ROW = 58;
const BAR = 22;
const LEFT = 124;
const NARROW_LEFT = 4;
const RIGHT = 8;
const LETTER = 6.4;

/** As much of the timeline as a picture can hold. */
const ITEMS = 100;

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    svg: {
      display: 'block',
      width: '100%',
      fontFamily: theme.typography.fontFamily,
      fontSize: 11.5,
    },
    note: {
      ...theme.typography.caption,
      color: quiet(theme),
    },
  }),
  { name: 'LbcLifelines' },
);

function dashes(kind: StretchKind): string | undefined {
  if (kind === 'gone') {
    return '2 5';
  }
  return kind === 'not-known' || kind === 'not-watched' ? '6 4' : undefined;
}

function useStroke(): (kind: StretchKind) => string {
  const tones = useTones();
  return kind => {
    switch (kind) {
      case 'alive':
        return tones.green.icon;
      case 'gone':
        return tones.amber.icon;
      case 'not-known':
      case 'not-watched':
        return tones.grey.icon;
      default:
        return tones[STATE_TONES[kind] ?? 'grey'].icon;
    }
  };
}

function Line(props: {
  line: Lifeline;
  top: number;
  left: number;
  right: number;
  at: (time: number) => number;
}) {
  const { line, top, left, right, at } = props;
  const theme = useTheme();
  const stroke = useStroke();
  const word = useEventWord();
  const stretchWord = useStretchWord();
  const y = top + BAR;
  const events = line.marks.filter(({ kind }) => kind === 'event');
  const places = gather(
    line.marks.filter(({ kind }) => kind !== 'event'),
    at,
  );
  const labels = places.map(({ x, marks }) => {
    const words = [...new Set(marks.map(word))];
    return { x: x - left, texts: [words.join(' · '), words[words.length - 1]] };
  });
  const fitted = fitLabels(labels, { whole: right - left, letter: LETTER });
  return (
    <g>
      {line.stretches.map(({ from, to, kind }) => {
        const text = stretchWord(kind);
        const room = at(to) - at(from);
        return (
          <g key={`${from}-${kind}`}>
            <line
              x1={at(from)}
              x2={at(to)}
              y1={y}
              y2={y}
              stroke={stroke(kind)}
              strokeWidth={dashes(kind) ? 2 : 5}
              strokeDasharray={dashes(kind)}
            />
            {text && room > text.length * LETTER + 16 && (
              <text
                x={at(from) + room / 2}
                y={y - 8}
                textAnchor="middle"
                fill={quiet(theme)}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
      {events.map(mark => (
        // A warning stands out by its length, not only by its colour.
        <line
          key={`${mark.at}-${mark.event?.object}-${mark.event?.reason}`}
          data-testid="lifeline-event"
          x1={at(mark.at)}
          x2={at(mark.at)}
          y1={y - (mark.event?.warning ? 7 : 4)}
          y2={y + (mark.event?.warning ? 7 : 4)}
          stroke={stroke(mark.event?.warning ? 'failing' : 'not-known')}
          strokeWidth={1.5}
        >
          <title>{word(mark)}</title>
        </line>
      ))}
      {places.map(({ x, marks }, index) => {
        const state = marks.find(mark => mark.state)?.state;
        const place = fitted[index];
        return (
          <g key={x}>
            <circle
              cx={x}
              cy={y}
              r={4}
              fill={theme.palette.background.paper}
              stroke={state ? stroke(state) : quiet(theme)}
              strokeWidth={2}
            />
            {place && (
              <text
                x={left + place.start}
                y={y + 20}
                fill={theme.palette.text.primary}
              >
                {place.text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/**
 * The life of the resource and of the controller, one above the other over
 * the same time, with everything it shows as a table behind it.
 */
export function Lifelines(props: { subject: SubjectDetail }) {
  const { subject } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(lbcTranslationRef);
  const titleId = useId('lbc-lifelines');
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const now = useNow();
  const api = useApi(lbcApiRef);
  // Without it the lines are there all the same.
  const { value: timeline } = useLoad(
    subject.id,
    signal => api.getTimeline({ id: subject.id, limit: ITEMS, signal }),
    { dependsOn: `${subject.observedAt} ${subject.state}` },
  );
  const lines = withTimeline(lifelinesOf(subject, now), {
    items: timeline?.items ?? [],
    inAws: subject.accountId !== undefined,
    now,
  });
  const scale = scaleOf(lines, now);
  const narrow = width < 560;
  const left = narrow ? NARROW_LEFT : LEFT;
  const right = width - RIGHT;
  const at = (time: number) => left + 6 + scale(time) * (right - left - 12);
  const row = narrow ? ROW + 8 : ROW;

  const nameOf = (line: Lifeline) => {
    if (line.id === NO_CONTROLLER) {
      return t('lifelines.noController');
    }
    return line.label
      ? `${t(`lifelines.${line.who}`)} ${line.label}`
      : t(`lifelines.${line.who}`);
  };

  return (
    <div ref={ref} className={classes.root}>
      <svg
        className={classes.svg}
        height={lines.length * row}
        role="img"
        aria-labelledby={titleId}
      >
        <title id={titleId}>{t('lifelines.summary')}</title>
        {lines.map((line, index) => (
          <g key={line.id}>
            <text
              x={0}
              y={index * row + (narrow ? 10 : BAR - 8)}
              fill={quiet(theme)}
            >
              {nameOf(line)}
            </text>
            <Line
              line={line}
              top={index * row + (narrow ? 4 : 0)}
              left={left}
              right={right}
              at={at}
            />
          </g>
        ))}
      </svg>
      <div className={classes.note}>{t('lifelines.notToScale')}</div>
      <LifelinesTable lines={lines} nameOf={nameOf} />
    </div>
  );
}
