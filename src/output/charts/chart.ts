/** What a chart is: a vega-lite specification with the words that go with it. */
export interface Chart {
  /** File name without extension. */
  readonly name: string;
  /** In the language of the chart. */
  readonly title: string;
  /** The main numbers in words, for those who cannot see the chart. */
  readonly description: string;
  /** vega-lite specification: panels below each other, without a width. */
  readonly spec: object;
  /** The same where it is too narrow for panels beside each other, if that is another. */
  readonly narrow?: object;
}
