import {
  JsonObject,
  JsonValue,
  asObject,
  asObjects,
  asString,
  isObject,
} from '../json';
import { StagedScope } from '../stage';
import { mapTimes } from '../time';
import { NotRecordedError } from './AwsError';

/** The folder of recordings whose times AWS' answers go by. */
const FOLDER = 'aws';

/**
 * What one account and Region hold: the answers of every world that is there,
 * as they stand now.
 */
export class ScopeData {
  readonly scopes: StagedScope[];

  constructor(scopes: StagedScope[]) {
    this.scopes = scopes;
  }

  /**
   * The items of a list that was recorded, over all worlds. If one of them
   * lacks it, nobody may read it: half a list would pass for a whole one.
   */
  list(file: string, key: string): JsonObject[] {
    return this.scopes.flatMap(scope => itemsOf(recorded(scope, file), key));
  }

  /** The same, of a list that has times: they are mapped onto the fleet's clock. */
  timedList(file: string, key: string): JsonObject[] {
    return this.scopes.flatMap(scope => {
      const map = scope.staged.timeMap(FOLDER);
      return itemsOf(recorded(scope, file), key).map(item =>
        asObject(mapTimes(item, map)),
      );
    });
  }

  /** The item of a list that a field names. */
  find(options: {
    file: string;
    key: string;
    field: string;
    value: string;
  }): JsonObject | undefined {
    const { file, key, field, value } = options;
    // Every world is asked, so that a list which one of them lacks is denied.
    const found = this.scopes.map(scope =>
      indexOf(recorded(scope, file), key, field).get(value),
    );
    return found.find(item => item !== undefined);
  }

  /** The same list at the step before; nothing where no world has one. */
  previousList(file: string, key: string): JsonObject[] | undefined {
    const previous = this.scopes.map(scope => {
      const before = scope.staged.previousScope(scope);
      return before?.files.has(file) ? before : undefined;
    });
    return previous.every(scope => scope === undefined)
      ? undefined
      : this.scopes.flatMap((scope, index) =>
          itemsOf(recorded(previous[index] ?? scope, file), key),
        );
  }

  /** The items of a list at every step so far, oldest first. */
  history(file: string, key: string): JsonObject[] {
    return this.scopes
      .flatMap(scope => scope.staged.scopeHistory(scope))
      .flatMap(scope => {
        const json = scope.files.get(file);
        return json === undefined
          ? []
          : itemsOf(scope.staged.rewriter.json(json), key);
      });
  }

  /** The items of a list, where it was recorded. */
  listIfRecorded(file: string, key: string): JsonObject[] {
    return this.scopes.some(scope => !scope.files.has(file))
      ? []
      : this.list(file, key);
  }

  /** The answer about one ARN, of an operation that takes one. */
  keyed(file: string, arn: string): JsonObject | undefined {
    for (const scope of this.scopes) {
      const found = asObject(recorded(scope, file))[arn];
      if (isObject(found)) {
        return found;
      }
    }
    return undefined;
  }

  /**
   * The answer about one name, of worlds that hold any: where something is
   * global, worlds that know nothing of it do not hide what others know.
   */
  keyedAnywhere(file: string, name: string): JsonObject | undefined {
    const scopes = this.scopes.filter(({ files }) => files.has(file));
    if (scopes.length === 0) {
      throw new NotRecordedError(`${file} was not recorded`);
    }
    return new ScopeData(scopes).keyed(file, name);
  }

  /** Names that such answers are about. */
  namesAnywhere(file: string): string[] {
    return this.scopes
      .filter(({ files }) => files.has(file))
      .flatMap(scope => Object.keys(asObject(recorded(scope, file))));
  }

  /** Every answer of an operation that takes one ARN. */
  allKeyed(file: string): JsonObject[] {
    return this.scopes.flatMap(scope =>
      asObjects(Object.values(asObject(recorded(scope, file))) as JsonValue[]),
    );
  }
}

function recorded(scope: StagedScope, file: string): JsonValue {
  const json = scope.files.get(file);
  if (json === undefined) {
    throw new NotRecordedError(`${file} was not recorded`);
  }
  return scope.staged.rewriter.json(json);
}

function itemsOf(json: JsonValue, key: string): JsonObject[] {
  return asObjects(asObject(json)[key]);
}

/** Lists are looked into for one item again and again, and some are long. */
const indexes = new WeakMap<object, Map<string, JsonObject>>();

function indexOf(
  json: JsonValue,
  key: string,
  field: string,
): Map<string, JsonObject> {
  const list = asObject(json);
  let index = indexes.get(list);
  if (!index) {
    index = new Map(
      itemsOf(list, key).map(item => [asString(item[field]), item]),
    );
    indexes.set(list, index);
  }
  return index;
}
