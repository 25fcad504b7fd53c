import { useTheme } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { quiet, useTones } from '../../../tones';
import { versionName } from '../names';
import type { Release } from '../types';
import { minorNumber } from './minors';
import { useReleaseWords } from './useReleaseWords';

const TONES: Record<Release['fits'], Tone> = {
  documented: 'green',
  'upper-end-untested': 'green',
  'too-old': 'red',
  'too-new': 'red',
  unknown: 'grey',
};

/** Where things stand in the picture. */
export interface Place {
  /** The middle of the line. */
  y: number;
  /** Where the words on its marks begin, and on which line. */
  marksX: number;
  marksY: number;
  /** Left edge of a minor version's column, and the end of the picture. */
  at: (minor: number) => number;
  right: number;
}

/** One release: its name, what it is, and its range of Kubernetes as a bar. */
export function Rung(props: { release: Release; place: Place }) {
  const { release, place } = props;
  const { y, marksX, marksY, at, right } = place;
  const { current, next, avoid, kubernetes, fits } = release;
  const theme = useTheme();
  const tones = useTones();
  const words = useReleaseWords();
  const min = minorNumber(kubernetes.min);
  const max = minorNumber(kubernetes.max);
  const color = tones[TONES[fits]].icon;
  const end = max === undefined ? right - 7 : at(max + 1) - 2;
  const isSure = kubernetes.sureness === 'documented';
  const marks = words.short(release).join(' · ');
  const strong = current || next;
  return (
    <g data-testid="ladder-release" data-version={release.version}>
      <text
        x={0}
        y={y + 4}
        fill={theme.palette.text.primary}
        fontWeight={strong ? 'bold' : undefined}
      >
        {versionName(release.version)}
      </text>
      {marks && (
        <text
          x={marksX}
          y={marksY}
          fill={avoid.length > 0 ? tones.red.text : quiet(theme)}
          fontWeight={strong ? 'bold' : undefined}
        >
          {marks}
        </text>
      )}
      {min !== undefined && (
        <>
          <line
            x1={at(min) + 2}
            x2={end}
            y1={y}
            y2={y}
            stroke={color}
            strokeWidth={current ? 9 : 6}
            strokeDasharray={isSure ? undefined : '5 3'}
          />
          {max === undefined && (
            <path
              d={`M${end} ${y - 6}l7 6l-7 6z`}
              fill={color}
              data-testid="ladder-open-end"
            />
          )}
        </>
      )}
    </g>
  );
}
