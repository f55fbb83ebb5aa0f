// Which files exist for tests and pictures only. Both the dependency-cruiser rules and the layer and cycle rules use it.

/** A regular expression, as text: dependency-cruiser takes nothing else. */
exports.testCode = '\\.(test|fixture)\\.tsx?$';
