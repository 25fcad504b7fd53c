import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import type { Theme } from '@material-ui/core/styles';
import { themes } from '@backstage/theme';
import { quiet, toneColors } from './colors';

function v4(name: 'light' | 'dark'): Theme {
  return themes[name].getTheme('v4') as Theme;
}

describe.each([
  ['light', v4('light')],
  ['dark', v4('dark')],
  ['no Backstage theme', createTheme()],
])('colours in %s', (_name, theme) => {
  const { paper, default: page } = theme.palette.background;

  it.each(Object.entries(toneColors(theme)))(
    'are legible: %s',
    (_tone, colors) => {
      for (const background of [paper, page]) {
        expect(getContrastRatio(colors.text, background)).toBeGreaterThan(4.5);
        expect(getContrastRatio(colors.icon, background)).toBeGreaterThan(3);
      }
    },
  );
});

describe('the quiet colour', () => {
  it.each(['light', 'dark'] as const)('is legible in %s', name => {
    const theme = v4(name);
    expect(
      getContrastRatio(quiet(theme), theme.palette.background.default),
    ).toBeGreaterThan(4.5);
  });
});
