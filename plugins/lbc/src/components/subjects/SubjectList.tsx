/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   browsers drop a table's roles once its rows are laid out as blocks */
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CoverageItem,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { SubjectRow } from './SubjectRow';
import { COLUMNS, useListStyles } from './useListStyles';

/**
 * A row a subject, most urgent first. The roles are written out because the
 * rows become blocks on a narrow screen, and browsers then forget that it is
 * a table.
 */
export function SubjectList(props: {
  subjects: readonly SubjectForEntity[];
  /** What the tab says of coverage above the list. */
  coverage: readonly CoverageItem[];
  opened?: string;
  onOpen: (id: string | undefined) => void;
}) {
  const { subjects, coverage, opened, onOpen } = props;
  const classes = useListStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Paper variant="outlined">
      <Typography
        component="table"
        variant="body2"
        role="table"
        aria-label={t('list.caption')}
        className={classes.table}
      >
        <thead role="rowgroup" className={classes.head}>
          <tr role="row">
            {COLUMNS.map(column => (
              <th key={column} role="columnheader" scope="col">
                {t(`list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={classes.body}>
          {subjects.map(subject => (
            <SubjectRow
              key={subject.id}
              subject={subject}
              coverage={coverage}
              open={subject.id === opened}
              onToggle={() =>
                onOpen(subject.id === opened ? undefined : subject.id)
              }
            />
          ))}
        </tbody>
      </Typography>
    </Paper>
  );
}
