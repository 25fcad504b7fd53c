import type { ReactNode } from 'react';
import type { ApiMessage } from '@lbc-backstage/plugin-lbc-common';
import { useId } from '../../hooks/useId';
import { Sentence } from '../../text';
import { useRemovalStyles } from './useRemovalStyles';

/** A titled list within a section; nothing where it would be empty. */
export function Part(props: {
  title: string;
  ordered?: boolean;
  steps?: boolean;
  items: ReadonlyArray<{ key: string; node: ReactNode }>;
}) {
  const { title, ordered, steps, items } = props;
  const classes = useRemovalStyles();
  const id = useId('lbc-removal');
  if (items.length === 0) {
    return null;
  }
  const rows = items.map(({ key, node }) => <li key={key}>{node}</li>);
  return (
    <div>
      <h5 id={id} className={classes.title}>
        {title}
      </h5>
      {ordered ? (
        <ol
          aria-labelledby={id}
          className={steps ? classes.steps : classes.ordered}
        >
          {rows}
        </ol>
      ) : (
        <ul aria-labelledby={id} className={classes.list}>
          {rows}
        </ul>
      )}
    </div>
  );
}

/** Messages as the items of a {@link Part}. */
export function sentences(messages: readonly ApiMessage[]) {
  return messages.map((message, index) => ({
    key: `${index}-${message.code}`,
    node: <Sentence message={message} />,
  }));
}
