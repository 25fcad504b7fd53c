import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
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
    .flatMap(line => line.marks.map(mark => ({ line, mark })))
    .sort((left, right) => right.mark.at - left.mark.at);
  return (
    <Disclosure label={t('lifelines.asTable')}>
      <DataTable
        label={t('lifelines.title')}
        head={[t('lifelines.time'), t('lifelines.line'), t('lifelines.event')]}
        rows={rows.map(({ line, mark }) => ({
          key: `${line.id}-${mark.kind}-${mark.at}`,
          cells: [
            <TimeAgo iso={new Date(mark.at).toISOString()} format="when" />,
            nameOf(line),
            word(mark),
          ],
        }))}
      />
    </Disclosure>
  );
}
