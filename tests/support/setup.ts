// A test without an assertion proves nothing.
beforeEach(() => {
  expect.hasAssertions();
});
