import { message } from '@lbc-backstage/plugin-lbc-common';
import type { HiddenNames } from './HiddenNames';

/** Stands for what can't be told. */
const HIDDEN = Symbol('hidden');

/** Words of ours, never names of theirs; and what every caller of a subject knows. */
const OURS =
  /^(code|state|from|to|cause|role|source|who|tool|outcome|when|scenario|coverage|kind|via|subjectId|.*At|.*Version)$/;

/** Objects whose keys are data: an entry goes by itself. */
const RECORDS = new Set(['tags', 'byState', 'flags', 'totals']);

type Redacted = unknown;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMessage(value: Record<string, unknown>): boolean {
  return (
    typeof value.code === 'string' &&
    Object.keys(value).every(key => key === 'code' || key === 'params')
  );
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  return isRecord(value) ? Object.values(value).flatMap(textsOf) : [];
}

function list(values: readonly unknown[], names: HiddenNames): unknown[] {
  const kept: unknown[] = [];
  const said = new Set<string>();
  for (const value of values) {
    const redacted = redact(value, names);
    if (redacted === HIDDEN) {
      continue;
    }
    // Of those that only say that they may not be told, one will do.
    if (redacted !== value && hasHiddenMessage(redacted)) {
      const text = JSON.stringify(redacted);
      if (said.has(text)) {
        continue;
      }
      said.add(text);
    }
    kept.push(redacted);
  }
  return kept;
}

function hasHiddenMessage(value: unknown): boolean {
  return JSON.stringify(value)?.includes('"subject.member-hidden"') ?? false;
}

function redact(value: unknown, names: HiddenNames, key = ''): Redacted {
  if (typeof value === 'string') {
    return !OURS.test(key) && names.isIn([value]) ? HIDDEN : value;
  }
  if (Array.isArray(value)) {
    return list(value, names);
  }
  if (!isRecord(value)) {
    return value;
  }
  if (isMessage(value)) {
    if (names.listsOthers(value.params)) {
      return message('gap.namespaces-hidden');
    }
    return names.isIn(textsOf(value.params)) || names.isOutside(value.params)
      ? message('subject.member-hidden')
      : value;
  }
  const copy: Record<string, unknown> = {};
  const record = RECORDS.has(key);
  for (const [name, each] of Object.entries(value)) {
    const redacted = redact(each, names, name);
    if (redacted === HIDDEN || (record && names.isIn([name]))) {
      if (!record) {
        return HIDDEN;
      }
    } else {
      copy[name] = redacted;
    }
  }
  return copy;
}

/**
 * Takes out of an answer whatever names something hidden: a message becomes
 * one that says so, an item of a list that names it goes, and so does a field
 * of the answer itself. Fields in `known` are passed as they are.
 */
export function withoutHidden<T extends object>(
  answer: T,
  names: HiddenNames,
  known: ReadonlySet<string> = new Set(),
): T {
  const kept = Object.entries(answer).flatMap(([key, value]) => {
    const redacted = known.has(key) ? value : redact(value, names, key);
    return redacted === HIDDEN ? [] : [[key, redacted]];
  });
  return Object.fromEntries(kept) as T;
}
