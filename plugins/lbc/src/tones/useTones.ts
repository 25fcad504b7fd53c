import { useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import type { Theme } from '@material-ui/core/styles';
import { toneColors } from './colors';

/** The colours of every tone in the theme that is on. */
export function useTones() {
  const theme = useTheme<Theme>();
  return useMemo(() => toneColors(theme), [theme]);
}
