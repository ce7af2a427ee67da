/**
 * No file may import itself, directly or through others: no file of such a circle can be read, tested or moved without the
 * rest. Imports of types count. Settings of dependency-cruiser, for paths below the current folder.
 */
module.exports = {
  forbidden: [{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['modex-source', 'import', 'default'] },
  },
};
