namespace ActorIL.Environments.Configuration;

/// <summary>What parameters take, as parts of sentences.</summary>
internal static class ParameterKinds
{
    public const string Switch = "on or off";
    public const string Whole = "a whole number";
    public const string Integers = "a list of whole numbers, such as [64, 64]";
    public const string Number = "a number";
    public const string Text = "a text";
    public const string Fixed = "a table, which no setting can change";
}
