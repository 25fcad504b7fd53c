import { spawnSync } from 'child_process';

/** A tag of the clone. */
export interface Tag {
  name: string;
  commit: string;
  /** Of the tag where it is annotated, else of its commit. */
  date: string;
}

/** Enough for every file that is read of all tags. */
const MAX_OUTPUT = 1024 * 1024 * 1024;

/**
 * A clone of the controller's repository, read with git. A file that many tags
 * share is read once.
 */
export class Clone {
  readonly #folder: string;
  readonly #files = new Map<string, Map<string, string>>();
  readonly #texts = new Map<string, string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static open(folder: string): Clone {
    const clone = new Clone(folder);
    clone.#git(['rev-parse', '--git-dir']);
    return clone;
  }

  #git(args: string[], input?: string): Buffer {
    const { error, status, stderr, stdout } = spawnSync(
      'git',
      ['-C', this.#folder, ...args],
      { maxBuffer: MAX_OUTPUT, ...(input !== undefined && { input }) },
    );
    if (error || status !== 0) {
      throw new Error(
        `git ${args[0]} in ${this.#folder} failed: ${error ?? stderr}`,
      );
    }
    return stdout;
  }

  /** All tags that a pattern of git names. */
  tags(pattern: string): Tag[] {
    const format =
      '%(refname:short) %(objectname) %(*objectname) %(creatordate:short)';
    return this.#git([
      'for-each-ref',
      `--format=${format}`,
      `refs/tags/${pattern}`,
    ])
      .toString('utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [name, object, peeled, date] = line.split(' ');
        return { name, commit: peeled || object, date };
      });
  }

  /** Reads the files of tags below some paths, once each. */
  prepare(
    tags: readonly string[],
    paths: readonly string[],
    wants: (path: string) => boolean,
  ): void {
    const wanted = new Set<string>();
    for (const tag of tags) {
      const files = this.#files.get(tag) ?? new Map<string, string>();
      const listed = this.#git(['ls-tree', '-r', '-z', tag, '--', ...paths]);
      for (const row of listed.toString('utf8').split('\0').filter(Boolean)) {
        const [, , object, path] = /^(\S+) blob (\S+)\t(.*)$/s.exec(row) ?? [];
        if (object && wants(path)) {
          files.set(path, object);
          wanted.add(object);
        }
      }
      this.#files.set(tag, files);
    }
    this.#readAll([...wanted].filter(object => !this.#texts.has(object)));
  }

  #readAll(objects: readonly string[]): void {
    const output = this.#git(
      ['cat-file', '--batch'],
      `${objects.join('\n')}\n`,
    );
    let at = 0;
    for (const object of objects) {
      const end = output.indexOf(10, at);
      const [, type, size] = output.toString('utf8', at, end).split(' ');
      at = end + 1;
      if (type === 'blob') {
        this.#texts.set(object, output.toString('utf8', at, at + Number(size)));
        at += Number(size) + 1;
      }
    }
  }

  /** Paths of a tag, of those that were prepared. */
  paths(tag: string): string[] {
    return [...(this.#files.get(tag)?.keys() ?? [])];
  }

  /** What identifies a file's content; undefined where there is none. */
  object(tag: string, path: string): string | undefined {
    return this.#files.get(tag)?.get(path);
  }

  /** A file's text; undefined where the tag has none. */
  text(tag: string, path: string): string | undefined {
    const object = this.object(tag, path);
    if (object === undefined) {
      return undefined;
    }
    const text = this.#texts.get(object);
    if (text === undefined) {
      throw new Error(`${path} of ${tag} is not in this clone: fetch it whole`);
    }
    return text;
  }
}
