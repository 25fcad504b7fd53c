import { JsonObject, JsonValue, isObject } from '../json';

/** How a service's answers become XML. */
export interface XmlStyle {
  /** The element that wraps each item of a list: `member` or `item`. */
  item: string;
  /** The element's name of a field; it may depend on the fields above it. */
  name?: (field: string, path: string[]) => string;
}

/** Writes the fields of an object as elements, without one around them. */
export function xmlFields(
  object: JsonObject,
  style: XmlStyle,
  path: string[] = [],
): string {
  return Object.entries(object)
    .map(([field, value]) =>
      value === undefined || value === null
        ? ''
        : element(field, value, style, path),
    )
    .join('');
}

/** Writes one element. */
export function tag(name: string, inner: string): string {
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function element(
  field: string,
  value: JsonValue,
  style: XmlStyle,
  path: string[],
): string {
  const name = style.name?.(field, path) ?? field;
  return tag(name, content(value, style, [...path, field]));
}

function content(value: JsonValue, style: XmlStyle, path: string[]): string {
  if (Array.isArray(value)) {
    return value
      .map(item => tag(style.item, content(item, style, path)))
      .join('');
  }
  if (isObject(value)) {
    return xmlFields(value, style, path);
  }
  return escapeXml(wireText(value));
}

/** Recordings hold times as the command line prints them; AWS sends them in UTC. */
function wireText(value: JsonValue): string {
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/.test(text)
    ? new Date(text).toISOString()
    : text;
}
