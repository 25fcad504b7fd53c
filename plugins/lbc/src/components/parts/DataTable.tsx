import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    head: {
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
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
    },
  }),
  { name: 'LbcDataTable' },
);

/** A row of a {@link DataTable}. */
export interface DataRow {
  key: string;
  cells: ReactNode[];
}

/** A small dense table; where it is too wide it scrolls by itself, not the page. */
export function DataTable(props: {
  label: string;
  head: string[];
  rows: DataRow[];
}) {
  const { label, head, rows } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {head.map(title => (
              <TableCell key={title} className={classes.head} scope="col">
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell key={head[index]} className={classes.cell}>
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
