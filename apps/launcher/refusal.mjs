/** A reason not to go on, worded for the person at the terminal. Entry points print it without a stack trace and exit with 1. */
export class Refusal extends Error {}

/**
 * Runs an entry point's work. A Refusal is printed as the sentence that it is; anything else is a defect and keeps its stack trace.
 * @param {() => Promise<void>} work
 */
export async function withPlainRefusals(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? `\nAtbalsts: ${error.message}` : error);
    process.exit(1);
  }
}
