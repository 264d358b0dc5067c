import ts from 'typescript';
import { isSpec, type SourceFile } from '../source-tree.js';

export const LIMITS = { file: 300, testFile: 500, function: 40, dependencies: 6, index: 25 } as const;

const isTest = (path: string): boolean => isSpec(path) || path.startsWith('test/');

const lines = (text: string): number => text.trimEnd().split('\n').length;

/** Files that have grown past the limit: they hide a second noun. */
export function tooLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .map((file) => ({ file, length: lines(file.text), most: isTest(file.path) ? LIMITS.testFile : LIMITS.file }))
    .filter(({ length, most }) => length > most)
    .map(({ file, length, most }) => `${file.path}: ${length} lines, at most ${most}`);
}

/** Public surfaces that have grown past what one can take in. */
export function tooWideIndexes(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => /^libs\/[a-z-]+\/src\/index\.ts$/.test(file.path) && lines(file.text) > LIMITS.index)
    .map((file) => `${file.path}: ${lines(file.text)} lines, at most ${LIMITS.index}`);
}

type FunctionNode = ts.FunctionLikeDeclaration;

function isFunction(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isAccessor(node)
  );
}

function nameOf(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function';
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

function parse(file: SourceFile): ts.SourceFile {
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, source);
  return source;
}

function eachFunction(file: SourceFile, visit: (node: FunctionNode, source: ts.SourceFile) => string | undefined): string[] {
  const source = parse(file);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const message = isFunction(node) ? visit(node, source) : undefined;
    if (message) found.push(message);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** Functions longer than the limit. The markup that a component returns is layout, not steps, and does not count. */
export function tooLongFunctions(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isTest(file.path) && !file.path.startsWith('migrations/'))
    .flatMap((file) =>
      eachFunction(file, (node, source) => {
        const length = lines(node.getText(source)) - markupLines(node, source);
        if (length <= LIMITS.function) return undefined;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        return `${file.path}:${line + 1}: ${nameOf(node)} has ${length} lines, at most ${LIMITS.function}`;
      }),
    );
}

function markupLines(node: ts.Node, source: ts.SourceFile): number {
  let count = 0;
  const walk = (child: ts.Node): void => {
    if (ts.isJsxElement(child) || ts.isJsxFragment(child) || ts.isJsxSelfClosingElement(child)) count += lines(child.getText(source)) - 1;
    else ts.forEachChild(child, walk);
  };
  ts.forEachChild(node, walk);
  return count;
}

/** Constructors that ask for more than the limit: the class does more than one thing. */
export function tooManyDependencies(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isTest(file.path))
    .flatMap((file) =>
      eachFunction(file, (node, source) => {
        if (!ts.isConstructorDeclaration(node) || node.parameters.length <= LIMITS.dependencies) return undefined;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        return `${file.path}:${line + 1}: ${node.parameters.length} dependencies, at most ${LIMITS.dependencies}`;
      }),
    );
}
