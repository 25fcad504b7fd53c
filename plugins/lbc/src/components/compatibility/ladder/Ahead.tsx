import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../../translation';
import { versionName } from '../names';
import type { Release } from '../types';
import { newestFirst } from './rows';

/** Where to go next, and what else changes up to there. */
export function Ahead(props: { ladder: readonly Release[] }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  const releases = newestFirst(props.ladder);
  const next = releases.findIndex(release => release.next);
  if (next === -1) {
    return null;
  }
  const current = releases.findIndex(release => release.current);
  const between = current === -1 ? [] : releases.slice(next, current);
  const crds = between.filter(({ crdsChanged }) => crdsChanged).length;
  const iam = between.filter(({ iamChanged }) => iamChanged).length;
  return (
    <Typography variant="body2" gutterBottom>
      {[
        t('compatibility.ladder.ahead', {
          version: versionName(releases[next].version),
        }),
        crds > 0 && t('compatibility.ladder.aheadCrds', { count: crds }),
        iam > 0 && t('compatibility.ladder.aheadIam', { count: iam }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Typography>
  );
}
