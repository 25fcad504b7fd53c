import { parseReleaseVersion } from '../../knowledge/versions';

/** What an image reference says of the release in it. */
export interface ImageVersion {
  /** `v2.13.0`; for a pre-release with its suffix, as it is none of the releases. */
  version?: string;
  /** Suffix of a rebuilt or forked image, such as `eksbuild.1`. */
  suffix?: string;
  tag?: string;
  digest?: string;
}

/**
 * The version in an image reference. A mirror's path and a registry's port do
 * not matter; a tag that is no version says nothing, and neither does a digest.
 */
export function versionOfImage(image: string): ImageVersion {
  const [reference, digest] = image.split('@');
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  return {
    ...versionOfTag(tag ?? ''),
    ...(tag !== undefined && tag !== '' && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** The version that a tag or a label says, such as `v2.8.1-eksbuild.1`. */
export function versionOfTag(
  tag: string,
): Pick<ImageVersion, 'version' | 'suffix'> {
  const parsed = parseReleaseVersion(tag);
  if (!parsed) {
    return {};
  }
  const { kind, release, suffix } = parsed;
  switch (kind) {
    case 'pre-release':
      return { version: `${release}-${suffix}` };
    case 'rebuild':
      return { version: release, suffix };
    default:
      return { version: release };
  }
}

/** AWS' own rebuild of a release: the same sources on another base. */
export function isEksBuild(suffix: string): boolean {
  return /^eksbuild\.\d+$/.test(suffix);
}
