using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

public sealed class DataRecordsTests
{
    [Fact]
    public void Every_state_and_message_is_a_record() =>
        Findings.None(ProductCompilation.Pure.SelectMany(DataRecords.Find));

    [Theory]
    [InlineData("class RunState;", "is no record")]
    [InlineData("struct CartPoleParams;", "is no record")]
    [InlineData("record struct CartPoleState(double X) { public double X { get; init; } = X; }", "is no record")]
    [InlineData("record PpoConfig { public int Epochs { get; set; } }", "PpoConfig.Epochs can be assigned")]
    [InlineData("record LearnerMessage { public int Count; }", "LearnerMessage.Count can be assigned")]
    public void Data_that_changes_is_found(string text, string words) => Findings.One(Find(text), 1, words);

    [Theory]
    [InlineData("sealed record PpoState(int Update, float Rate) { public int Count { get; init; } }")]
    [InlineData("readonly record struct CartPoleState(double X, double Angle);")]
    [InlineData("enum LinkState { Open, Closed }")]
    [InlineData("ref struct LexerState { public int At; }")]
    [InlineData("class Statement { public int Line { get; set; } }")]
    public void Data_that_cannot_change_passes(string text) => Findings.None(Find(text));

    private static IEnumerable<Finding> Find(string text) => DataRecords.Find(ProductCompilation.Of(text));
}
