import { useNow } from '../hooks/useNow';
import { absolute, parseTime } from './times';
import { useText } from './useText';

/**
 * A time as a person says it, machine-readable in the markup and absolute on
 * hover: how long ago (`ago`), how long by now (`span`) or which day and
 * clock time (`when`).
 */
export function TimeAgo(props: {
  iso: string;
  format?: 'ago' | 'span' | 'when';
}) {
  const { iso, format = 'ago' } = props;
  const now = useNow();
  const text = useText();
  const ms = parseTime(iso);
  if (ms === undefined) {
    return <>{iso}</>;
  }
  return (
    <time dateTime={iso} title={absolute(ms)}>
      {format === 'when' ? text.when(iso) : text[format](iso, now)}
    </time>
  );
}
