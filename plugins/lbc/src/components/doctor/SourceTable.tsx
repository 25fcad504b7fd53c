import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { kindName } from '../coverage/describe';
import type { Target } from './types';

/** Every kind of a target with its coverage and its age. */
export function SourceTable(props: { target: Target }) {
  const { name, kind: of, sources } = props.target;
  const source = of === 'cluster' ? 'kubernetes' : 'aws';
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Table size="small" aria-label={t('doctor.sources', { target: name })}>
      <TableHead>
        <TableRow>
          <TableCell>{t('doctor.source')}</TableCell>
          <TableCell>{t('doctor.coverage')}</TableCell>
          <TableCell>{t('doctor.age')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sources.map(({ kind, coverage, observedAt, late }) => (
          <TableRow key={kind}>
            <TableCell>{kindName({ source, kind })}</TableCell>
            <TableCell>{t(`coverage.word.${coverage}`)}</TableCell>
            <TableCell>
              {observedAt === undefined ? (
                t('doctor.neverRead')
              ) : (
                <TimeAgo iso={observedAt} />
              )}
              {late && ` · ${t('doctor.late')}`}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
