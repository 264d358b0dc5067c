/** The seed of random tests in this run: printed with every failure; `ATBALSTS_TEST_SEED` repeats it. */
export const seed = Number(process.env['ATBALSTS_TEST_SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
