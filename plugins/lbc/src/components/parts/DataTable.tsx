/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   browsers drop a table's roles once its rows are laid out as blocks */
import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../tones';
import { useOverflows } from '../../hooks/useOverflows';

const useStyles = makeStyles(
  theme => {
    const narrow = theme.breakpoints.down('xs');
    return {
      table: { [narrow]: { display: 'block' } },
      heads: {
        [narrow]: {
          position: 'absolute',
          width: 1,
          height: 1,
          overflow: 'hidden',
          clip: 'rect(0 0 0 0)',
        },
      },
      body: { [narrow]: { display: 'block' } },
      row: {
        [narrow]: {
          display: 'block',
          padding: theme.spacing(0.5, 0),
          borderBottom: `1px solid ${theme.palette.divider}`,
        },
      },
      scroll: {
        position: 'relative',
        overflowX: 'auto',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
        },
      },
      head: {
        ...theme.typography.caption,
        color: quiet(theme),
        padding: theme.spacing(0.5, 2, 0.5, 0),
        textTransform: 'none',
        whiteSpace: 'nowrap',
        background: 'none',
        borderBottomColor: theme.palette.divider,
      },
      cell: {
        ...theme.typography.body2,
        padding: theme.spacing(0.5, 2, 0.5, 0),
        overflowWrap: 'anywhere',
        minWidth: 64,
        verticalAlign: 'top',
        borderBottomColor: theme.palette.divider,
        [narrow]: {
          display: 'block',
          border: 0,
          padding: theme.spacing(0.25, 0.5),
          '&:empty': { display: 'none' },
          '&::before': {
            ...theme.typography.caption,
            content: 'attr(data-label) " "',
            display: 'block',
            lineHeight: 1.3,
            color: quiet(theme),
          },
        },
      },
    };
  },
  { name: 'LbcDataTable' },
);

/** A row of a {@link DataTable}. */
export interface DataRow {
  key: string;
  cells: ReactNode[];
}

/**
 * A small dense table. On a narrow screen its rows become blocks that name
 * each value, and the roles are written out because browsers then forget that
 * it is a table; what is too wide even so scrolls by itself, not the page.
 */
export function DataTable(props: {
  label: string;
  head: string[];
  rows: DataRow[];
}) {
  const { label, head, rows } = props;
  const classes = useStyles();
  const [ref, overflows] = useOverflows<HTMLDivElement>();
  return (
    <div
      ref={ref}
      className={classes.scroll}
      {...(overflows && {
        role: 'group',
        'aria-label': label,
        tabIndex: 0,
      })}
    >
      <Table
        size="small"
        role="table"
        aria-label={label}
        className={classes.table}
      >
        <TableHead role="rowgroup" className={classes.heads}>
          <TableRow role="row">
            {head.map(title => (
              <TableCell
                key={title}
                role="columnheader"
                className={classes.head}
                scope="col"
              >
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup" className={classes.body}>
          {rows.map(({ key, cells }) => (
            <TableRow key={key} role="row" className={classes.row}>
              {cells.map((cell, index) => (
                <TableCell
                  key={head[index]}
                  role="cell"
                  className={classes.cell}
                  data-label={head[index]}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
