import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatDurationSeconds } from '@lbc-backstage/plugin-lbc-common';
import { TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Disclosure } from '../parts';
import type { Lifeline } from './events';
import { useEventWord } from './useEventWord';

/** Everything the lifelines draw, for those who read rather than look. */
export function LifelinesTable(props: {
  lines: readonly Lifeline[];
  nameOf: (line: Lifeline) => string;
}) {
  const { lines, nameOf } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const word = useEventWord();
  const rows = lines
    .flatMap(line => [
      ...line.marks.map(mark => ({ line, at: mark.at, text: word(mark) })),
      ...(line.gaps ?? []).map(({ from, to }) => ({
        line,
        at: from,
        text: t('lifelines.gap', {
          duration: formatDurationSeconds((to - from) / 1_000),
        }),
      })),
    ])
    .sort((left, right) => right.at - left.at);
  return (
    <Disclosure label={t('lifelines.asTable')}>
      <DataTable
        label={t('lifelines.title')}
        head={[t('lifelines.time'), t('lifelines.line'), t('lifelines.event')]}
        rows={rows.map(({ line, at, text }) => ({
          key: `${line.id}-${at}-${text}`,
          cells: [
            <TimeAgo iso={new Date(at).toISOString()} format="when" />,
            nameOf(line),
            text,
          ],
        }))}
      />
    </Disclosure>
  );
}
