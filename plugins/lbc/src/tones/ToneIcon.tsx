import type { ReactElement } from 'react';
import { useTheme } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { useTones } from './useTones';

/** A shape of its own for each tone, so that colour is never the only sign. */
const SHAPES: Record<Tone, (hole: string) => ReactElement> = {
  green: () => (
    <>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path
        d="M7.5 12.4l3 3 6-6.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
    </>
  ),
  blue: () => (
    <>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
    </>
  ),
  amber: () => (
    <>
      <path
        d="M12 3.2L22 20.5H2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d="M12 9.5v5M12 16.6v1.6" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  red: hole => (
    <>
      <path
        d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1"
        strokeLinejoin="round"
      />
      <path d="M12 7v6.5M12 15.6v1.9" stroke={hole} strokeWidth="2.2" />
    </>
  ),
  grey: () => (
    <>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray="3.2 2.4"
      />
      <path
        d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 16v1.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
    </>
  ),
};

/** The icon of a tone; a word always stands beside it, so readers skip it. */
export function ToneIcon(props: { tone: Tone; size?: number }) {
  const { tone, size = 18 } = props;
  const tones = useTones();
  const theme = useTheme();
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      data-tone={tone}
      style={{ color: tones[tone].icon, flex: 'none', display: 'block' }}
    >
      {SHAPES[tone](theme.palette.background.paper)}
    </svg>
  );
}
