import { JsonObject, JsonValue, asArray, asString } from '../../../json';
import { AwsError, validationError } from '../../AwsError';
import { OperationContext } from '../../AwsService';
import { paginate } from '../../paging';

/** The kinds of resources that ELBv2's ARNs name. */
export type ElbResource =
  | 'loadbalancer'
  | 'targetgroup'
  | 'listener'
  | 'listener-rule';

const NOT_FOUND: Record<ElbResource, { code: string; what: string }> = {
  loadbalancer: { code: 'LoadBalancerNotFound', what: 'Load balancers' },
  targetgroup: { code: 'TargetGroupNotFound', what: 'Target groups' },
  listener: { code: 'ListenerNotFound', what: 'Listeners' },
  'listener-rule': { code: 'RuleNotFound', what: 'Rules' },
};

/** The kind of resource that an ARN names. */
export function resourceOf(arn: string): ElbResource | undefined {
  const kind = arn.split(':')[5]?.split('/')[0];
  return kind !== undefined && kind in NOT_FOUND
    ? (kind as ElbResource)
    : undefined;
}

/** What AWS answers for resources that it does not have. */
export function notFound(resource: ElbResource, names: string[]): AwsError {
  const { code, what } = NOT_FOUND[resource];
  return new AwsError({
    code,
    message: `${what} '[${names.join(', ')}]' not found`,
  });
}

/** A parameter that is a list of strings. */
export function stringList(value: JsonValue | undefined): string[] {
  return asArray(value).map(item => asString(item));
}

/** A parameter that must be there. */
export function required(params: JsonObject, name: string): string {
  const value = asString(params[name]);
  if (value === '') {
    throw validationError(
      `1 validation error detected: Value null at '${lowerFirst(
        name,
      )}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

/** A list that takes no more than some members. */
export function atMost(list: string[], max: number, name: string): string[] {
  if (list.length > max) {
    throw validationError(
      `1 validation error detected: Value '[${list.join(
        ', ',
      )}]' at '${lowerFirst(
        name,
      )}' failed to satisfy constraint: Member must have length less than or equal to ${max}`,
    );
  }
  return list;
}

/** A page of an ELBv2 list, as a result. */
export function elbPage(
  context: OperationContext,
  options: { key: string; items: JsonObject[] },
): JsonObject {
  const { params } = context;
  const { items, next } = paginate(context, {
    items: options.items,
    size: params.PageSize,
    token: params.Marker,
    limits: { max: 400, default: 400 },
    invalid: {
      size: () =>
        validationError(
          `1 validation error detected: Value '${String(
            params.PageSize,
          )}' at 'pageSize' failed to satisfy constraint: Member must have value between 1 and 400`,
        ),
      token: () => validationError('Invalid marker'),
    },
  });
  return { [options.key]: items, NextMarker: next };
}

/** The items whose field is one of the wanted; the first that is missing is an error. */
export function pick(options: {
  items: JsonObject[];
  field: string;
  wanted: string[];
  resource: ElbResource;
}): JsonObject[] {
  const { items, field, wanted, resource } = options;
  const set = new Set(wanted);
  const found = items.filter(item => set.has(asString(item[field])));
  const names = new Set(found.map(item => asString(item[field])));
  const missing = wanted.filter(name => !names.has(name));
  if (missing.length > 0) {
    throw notFound(resource, missing);
  }
  return found;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
