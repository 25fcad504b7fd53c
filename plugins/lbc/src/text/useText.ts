import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  formatDurationSeconds,
  renderMessage,
} from '@lbc-backstage/plugin-lbc-common';
import type { ApiMessage } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../translation';
import { clock, dateAndClock, dayOf, parseTime } from './times';

/** How the page says things. */
export interface Text {
  /** The sentence for a message. */
  say(message: ApiMessage): string;
  /** A time as a person says it: `today 09:12`. */
  when(iso: string): string;
  /** `3 h ago` */
  ago(iso: string, now?: number): string;
  /** `3 h` */
  span(fromIso: string, now?: number): string;
}

/** The page's way of saying messages, times and ages. */
export function useText(): Text {
  const { t } = useTranslationRef(lbcTranslationRef);
  return useMemo(() => {
    const when = (iso: string): string => {
      const ms = parseTime(iso);
      if (ms === undefined) {
        return iso;
      }
      const now = Date.now();
      const day = dayOf(ms, now);
      return day === 'other'
        ? dateAndClock(ms, now)
        : t(`time.${day}`, { clock: clock(ms) });
    };
    const span = (iso: string, now = Date.now()): string => {
      const ms = parseTime(iso);
      return ms === undefined ? iso : formatDurationSeconds((now - ms) / 1_000);
    };
    return {
      when,
      span,
      ago: (iso, now) =>
        parseTime(iso) === undefined
          ? iso
          : t('time.ago', { duration: span(iso, now) }),
      say: message => renderMessage(message, { formatTime: when }),
    };
  }, [t]);
}
