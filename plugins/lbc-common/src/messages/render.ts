import { english } from './english';
import { inertText } from './inert';
import { formatStackPlace } from './places';
import { MessageCode, MessageParams } from './types';

/**
 * A message catalogue: one template a code. `{name}` stands for a parameter,
 * `{name|one thing|{name} things}` picks the first form for exactly 1 (or a
 * list of one) and the second otherwise.
 * @public
 */
export type MessageCatalogue = Record<MessageCode, string>;

/** How values become text; a page passes its own for ages and times. @public */
export interface RenderOptions {
  catalogue?: MessageCatalogue;
  /** Text for parameters ending in `At` (ISO 8601). Default: as given. */
  formatTime?: (iso: string) => string;
  /** Text for parameters ending in `Seconds`. Default: whole units. */
  formatDuration?: (seconds: number) => string;
  /** Text for parameters ending in `Place`, a path in a stack. Default: English. */
  formatPlace?: (path: string) => string;
  /** Between the items of a list. */
  listSeparator?: string;
}

const UNITS: Array<[string, number]> = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** The largest whole unit of a duration, as in `3 h` or `40 s`. @public */
export function formatDurationSeconds(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds));
  const [unit, size] =
    UNITS.find(([, length]) => rounded >= length) ?? UNITS[UNITS.length - 1];
  return `${Math.floor(rounded / size)} ${unit}`;
}

function formatValue(
  name: string,
  value: MessageParams[string] | undefined,
  options: RenderOptions,
): string {
  if (value === undefined) {
    return '?';
  }
  if (Array.isArray(value)) {
    return value.map(inertText).join(options.listSeparator ?? ', ');
  }
  if (typeof value === 'string') {
    const text = formatText(name, value, options);
    // The domain writes a statement of a policy, as JSON on several lines.
    return name === 'statement'
      ? text.split('\n').map(inertText).join('\n')
      : inertText(text);
  }
  if (name.endsWith('Seconds') && typeof value === 'number') {
    return (options.formatDuration ?? formatDurationSeconds)(value);
  }
  return String(value);
}

function formatText(name: string, value: string, options: RenderOptions) {
  if (name.endsWith('At')) {
    return options.formatTime ? options.formatTime(value) : value;
  }
  return name.endsWith('Place')
    ? (options.formatPlace ?? formatStackPlace)(value)
    : value;
}

function isOne(value: MessageParams[string] | undefined): boolean {
  return Array.isArray(value) ? value.length === 1 : value === 1;
}

function fill(
  template: string,
  params: MessageParams,
  options: RenderOptions,
): string {
  return template.replace(
    /\{(\w+)(?:\|((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*))?\}/g,
    (_match, name: string, one?: string, other?: string) => {
      if (one !== undefined && other !== undefined) {
        return fill(isOne(params[name]) ? one : other, params, options);
      }
      return formatValue(name, params[name], options);
    },
  );
}

/**
 * The sentence for a message. A code that the catalogue lacks (a newer backend
 * behind an older page) is shown as the code itself, never as nothing.
 * @public
 */
export function renderMessage(
  message: { code: string; params?: MessageParams },
  options: RenderOptions = {},
): string {
  const catalogue: Record<string, string> = options.catalogue ?? english;
  const template = catalogue[message.code];
  if (template === undefined) {
    const values = Object.entries(message.params ?? {}).map(
      ([name, value]) => `${name}=${formatValue(name, value, options)}`,
    );
    return [message.code, ...values].join(' ');
  }
  return fill(template, message.params ?? {}, options);
}
