import { JsonObject, JsonValue, asObject, asString } from '../json';
import { AwsError } from './AwsError';
import { OperationContext } from './AwsService';

/** Where a list goes on; AWS' tokens are opaque, and so are these. */
interface Marker {
  operation: string;
  offset: number;
  page: number;
}

/** Options of {@link paginate}. */
export interface PaginateOptions {
  items: JsonObject[];
  /** The same list as it was at the step before, for faults that lag. */
  previous?: () => JsonObject[] | undefined;
  /** The size as the client gave it. */
  size: JsonValue | undefined;
  token: JsonValue | undefined;
  /** At most, and where the client gives none. */
  limits: { min?: number; max: number; default: number };
  /** What a size or a token that is none is answered with. */
  invalid: { size: () => AwsError; token: () => AwsError };
}

/** A page of a list and the token of the next. */
export function paginate(
  context: OperationContext,
  options: PaginateOptions,
): { items: JsonObject[]; next?: string } {
  const { faults, operation } = context;
  const call = { ...context.call, previousItems: options.previous };
  const all = faults.items(call, options.items).map(asObject);
  const size = sizeOf(options);
  const token = asString(options.token);
  const marker = token === '' ? undefined : decodeMarker(token);
  if (token !== '' && marker?.operation !== operation) {
    throw options.invalid.token();
  }
  const { offset, page } = marker ?? { offset: 0, page: 1 };
  const tokenAt = (at: number, nextPage: number) =>
    encodeMarker({ operation, offset: at, page: nextPage });
  const end = offset + size;
  const view = faults.page(call, {
    items: all.slice(offset, end),
    next: end < all.length ? tokenAt(end, page + 1) : undefined,
    page,
    offset,
    size,
    all,
    tokenAt,
  });
  return { items: view.items.map(asObject), next: view.next };
}

/** The page that a call asks for, whatever its service calls the token. */
export function positionOf(params: JsonObject): {
  page: number;
  offset: number;
} {
  const token = ['Marker', 'PaginationToken', 'NextToken', 'nextToken']
    .map(key => asString(params[key]))
    .find(text => text !== '');
  const marker = token === undefined ? undefined : decodeMarker(token);
  return { page: marker?.page ?? 1, offset: marker?.offset ?? 0 };
}

function sizeOf({ size, limits, invalid }: PaginateOptions): number {
  if (size === undefined || size === null) {
    return limits.default;
  }
  const number = Number(size);
  const fits =
    Number.isInteger(number) &&
    number >= (limits.min ?? 1) &&
    number <= limits.max;
  if (!fits) {
    throw invalid.size();
  }
  return number;
}

function encodeMarker(marker: Marker): string {
  return Buffer.from(JSON.stringify(marker)).toString('base64url');
}

function decodeMarker(token: string): Marker | undefined {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    return isMarker(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isMarker(value: unknown): value is Marker {
  const marker = value as Partial<Marker> | null;
  return (
    typeof marker === 'object' &&
    typeof marker?.operation === 'string' &&
    typeof marker.offset === 'number' &&
    typeof marker.page === 'number'
  );
}
