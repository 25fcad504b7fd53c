import { useState } from 'react';

let count = 0;

/** An id for one mounted element; React 17 has no `useId`. */
export function useId(prefix: string): string {
  const [id] = useState(() => {
    count += 1;
    return `${prefix}-${count}`;
  });
  return id;
}
