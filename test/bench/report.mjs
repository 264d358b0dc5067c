const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export function table(rows) {
  const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}

/** One line of the table: medians of both, what the product costs more, and its p95. */
export function line(name, { product, bare, productP95 }) {
  return [name, ms(product), ms(bare), `${(product / bare).toFixed(1)} x`, productP95 === undefined ? '' : ms(productP95)];
}

export const HEAD = ['', 'Atbalsts', 'bare', 'ratio', 'p95'];
