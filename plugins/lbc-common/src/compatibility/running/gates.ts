/** What `--feature-gates` says. */
export interface GateSettings {
  settings: Record<string, boolean>;
  /** Parts that are no `name=true|false`: the controller ends at start. */
  malformed: string[];
}

/** As Go's `strconv.ParseBool` takes them. */
const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** Reads `--feature-gates` as `pkg/config/feature_gates.go` does. */
export function parseGates(flag: string | undefined): GateSettings {
  const settings: Record<string, boolean> = {};
  const malformed: string[] = [];
  for (const part of (flag ?? '').split(',').filter(text => text !== '')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(0, at)).trim();
    const value = part.slice(at + 1).trim();
    if (at > 0 && (TRUE.has(value) || FALSE.has(value))) {
      settings[name] = TRUE.has(value);
    } else {
      malformed.push(part);
    }
  }
  return { settings, malformed };
}

/** Gates in effect; undefined where the release's own are not known. */
export function gatesInEffect(options: {
  defaults: Readonly<Record<string, boolean>> | undefined;
  flags: Readonly<Record<string, string>>;
}): Record<string, boolean> | undefined {
  const { defaults, flags } = options;
  return (
    defaults && { ...defaults, ...parseGates(flags['feature-gates']).settings }
  );
}
