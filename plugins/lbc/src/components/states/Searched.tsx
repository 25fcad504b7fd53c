import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type {
  ApiMessage,
  EntityLoadBalancersResponse,
} from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { DataTable } from '../parts';
import type { DataRow } from '../parts';

/** Where load balancers and owners were looked for, and when. */
export function Searched(props: {
  searched: EntityLoadBalancersResponse['searched'];
}) {
  const { clusters, scopes } = props.searched;
  const { t } = useTranslationRef(lbcTranslationRef);

  const row = (
    name: string,
    target: { observedAt?: string; problem?: ApiMessage },
  ): DataRow => {
    const age: ReactNode = target.observedAt ? (
      <TimeAgo iso={target.observedAt} />
    ) : (
      t('empty.neverRead')
    );
    return {
      key: name,
      cells: [
        name,
        target.problem ? (
          <>
            {age} · <Sentence message={target.problem} />
          </>
        ) : (
          age
        ),
      ],
    };
  };

  const rows = [
    ...clusters.map(target =>
      row(t('empty.cluster', { name: target.name }), target),
    ),
    ...scopes.map(target =>
      row(
        t('empty.scope', {
          accountId: target.accountId,
          region: target.region,
        }),
        target,
      ),
    ),
  ];

  return (
    <>
      <Typography component="h4" variant="subtitle2">
        {t('empty.searched')}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2">{t('empty.nothingSearched')}</Typography>
      ) : (
        <DataTable
          label={t('empty.searched')}
          head={[t('empty.target'), t('empty.read')]}
          rows={rows}
        />
      )}
    </>
  );
}
