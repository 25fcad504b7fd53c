import {
  alpha,
  darken,
  getContrastRatio,
  getLuminance,
  lighten,
} from '@material-ui/core/styles';
import type { Theme } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import type { BackstagePaletteAdditions } from '@backstage/theme';

/** Colours of one tone in one theme. */
export interface ToneColors {
  /** For shapes: at least 3 : 1 against the page. */
  icon: string;
  /** For words: 4.5 : 1 against the page, and a little more for rows under the pointer. */
  text: string;
  /** A breath of it, for backgrounds. */
  wash: string;
}

function statusColors(theme: Theme): Record<Tone, string> {
  const palette: Theme['palette'] &
    Partial<Pick<BackstagePaletteAdditions, 'status'>> = theme.palette;
  return {
    green: palette.status?.ok ?? palette.success.main,
    blue: palette.status?.running ?? palette.info.main,
    amber: palette.status?.warning ?? palette.warning.main,
    red: palette.status?.error ?? palette.error.main,
    grey: palette.status?.aborted ?? palette.grey[600],
  };
}

/**
 * The theme's own colour, moved away from the backgrounds just as far as it
 * takes to be seen: themes pick status colours for large dots, not for text.
 */
export function legible(
  color: string,
  backgrounds: readonly string[],
  ratio: number,
): string {
  const onLight = backgrounds.every(
    background => getLuminance(background) > 0.4,
  );
  const move = onLight ? darken : lighten;
  const seen = (candidate: string) =>
    backgrounds.every(
      background => getContrastRatio(candidate, background) >= ratio,
    );
  let result = color;
  for (let step = 0; step < 30 && !seen(result); step++) {
    result = move(result, 0.06);
  }
  return result;
}

/** The colours of every tone, from the theme. */
export function toneColors(theme: Theme): Record<Tone, ToneColors> {
  const backgrounds = [
    theme.palette.background.paper,
    theme.palette.background.default,
  ];
  const colors = (color: string): ToneColors => ({
    icon: legible(color, backgrounds, 3.1),
    text: legible(color, backgrounds, 5.8),
    wash: alpha(color, 0.1),
  });
  const status = statusColors(theme);
  return {
    green: colors(status.green),
    blue: colors(status.blue),
    amber: colors(status.amber),
    red: colors(status.red),
    grey: colors(status.grey),
  };
}

/** The colour of what is said by the way, still 4.5 : 1 on every background. */
export function quiet(theme: Theme): string {
  const palette: Theme['palette'] &
    Partial<Pick<BackstagePaletteAdditions, 'textSubtle'>> = theme.palette;
  return palette.textSubtle
    ? legible(
        palette.textSubtle,
        [palette.background.paper, palette.background.default],
        4.9,
      )
    : palette.text.secondary;
}
