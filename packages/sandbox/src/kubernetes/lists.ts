import { JsonObject, JsonValue, asObject, asString, at } from '../json';
import { FaultCall, MetFaults, PageView } from '../faults';
import { Epoch, StagedWorld } from '../stage';
import { mapTimes, microsOf } from '../time';
import { recordedAt } from '../worlds';
import { ClusterData, RecordedList } from './ClusterData';
import { ResourceType } from './apiGroups';
import { ContinueToken, encodeContinue } from './continueToken';
import { keepRenewed } from './leases';

/** Options of {@link listPage}. */
export interface ListPageOptions {
  staged: StagedWorld;
  data: ClusterData;
  type: ResourceType;
  list: RecordedList;
  epoch: Epoch;
  /** Whose objects; all, where it is not given. */
  namespace?: string;
  /** What selectors leave. */
  selected?: (object: JsonObject) => boolean;
  /** How many at most; 0: all. */
  limit: number;
  token?: ContinueToken;
  /** Which list it is, for tokens. */
  path: string;
  faults: MetFaults;
  call: FaultCall;
}

/** One page of a list as it goes out. */
export function listPage(options: ListPageOptions): JsonObject {
  const { list, token, limit, call, faults, selected } = options;
  const all = faults.items(call, select(options)).map(asObject);
  const offset = token ? positionAfter(all, token.start) : 0;
  const size = limit > 0 ? limit : Math.max(1, all.length - offset);
  const page = token?.page ?? 1;
  const tokenAt = (at_: number, nextPage: number) =>
    encodeContinue({
      rv: Number(list.resourceVersion) || 0,
      start: at_ > 0 ? keyOf(all[at_ - 1]) : '',
      list: options.path,
      epoch: options.epoch.id,
      begun: token && token.rv >= 0 ? token.begun : call.now,
      page: nextPage,
      offset: at_,
    });
  const end = offset + size;
  const view: PageView = faults.page(call, {
    items: all.slice(offset, end),
    next: end < all.length ? tokenAt(end, page + 1) : undefined,
    page,
    offset,
    size,
    all,
    tokenAt,
  });
  const metadata: JsonObject = { resourceVersion: list.resourceVersion };
  if (view.next !== undefined) {
    metadata.continue = view.next;
    // Under a selector an API server does not know how many remain.
    if (!selected && end < all.length) {
      metadata.remainingItemCount = all.length - end;
    }
  }
  return {
    kind: list.kind,
    apiVersion: list.apiVersion,
    metadata,
    items: view.items.map(item => present(options, asObject(item))),
  };
}

/** One object as it goes out, with the kind that a list's items leave out. */
export function singleObject(
  options: Omit<ListPageOptions, 'limit' | 'path'> & { name: string },
): JsonObject | undefined {
  const { type, list, name, faults, call } = options;
  const found = select(options).find(
    item => at(item, 'metadata', 'name') === name,
  );
  if (!found) {
    return undefined;
  }
  const [object] = faults.items(call, [found]);
  return {
    kind: type.kind,
    apiVersion: list.apiVersion,
    ...present(options, asObject(object)),
  };
}

function select({
  staged,
  list,
  type,
  namespace,
  selected,
}: Pick<
  ListPageOptions,
  'staged' | 'list' | 'type' | 'namespace' | 'selected'
>): JsonObject[] {
  const items = list.items
    .filter(
      item =>
        namespace === undefined ||
        !type.namespaced ||
        at(item, 'metadata', 'namespace') === namespace,
    )
    .map(item => asObject(staged.rewriter.json(item)));
  const left = selected ? items.filter(selected) : items;
  return [...left].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

/** Times as the fleet's clock shows them; they are mapped last, and only on what goes out. */
function present(
  { staged, data, type, epoch, call }: Omit<ListPageOptions, 'limit' | 'path'>,
  item: JsonObject,
): JsonObject {
  const folder = data.folder(epoch.stepIndex);
  const mapped = asObject(mapTimes(item, staged.timeMap(folder, epoch)));
  return type.resource === 'leases'
    ? keepLease({ item, mapped, epoch, data, folder, now: call.now })
    : mapped;
}

function keepLease(options: {
  item: JsonObject;
  mapped: JsonObject;
  epoch: Epoch;
  data: ClusterData;
  folder: string;
  now: number;
}): JsonObject {
  const { item, mapped, epoch, data, folder, now } = options;
  return keepRenewed({
    recorded: item,
    mapped,
    recordedAt: microsOf(recordedAt(data.step(epoch.stepIndex), folder)),
    now,
  });
}

/** Only metadata, as a `PartialObjectMetadataList` or one item of it. */
export function metadataOnly(answer: JsonObject): JsonObject {
  const partial = (object: JsonValue): JsonObject => ({
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: at(object, 'metadata'),
  });
  if (!Array.isArray(answer.items)) {
    return partial(answer);
  }
  return {
    kind: 'PartialObjectMetadataList',
    apiVersion: 'meta.k8s.io/v1',
    metadata: answer.metadata,
    items: answer.items.map(partial),
  };
}

/** The order of a list: as the keys under which a cluster stores its objects. */
function keyOf(item: JsonValue | undefined): string {
  const namespace = asString(at(item, 'metadata', 'namespace'));
  const name = asString(at(item, 'metadata', 'name'));
  return namespace ? `${namespace}/${name}` : name;
}

function compareKeys(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function positionAfter(items: JsonObject[], start: string): number {
  if (start === '') {
    return 0;
  }
  const index = items.findIndex(item => compareKeys(keyOf(item), start) > 0);
  return index < 0 ? items.length : index;
}
