namespace ActorIL.Environments.Configuration;

/// <summary>What parameters take, as parts of sentences.</summary>
internal static class ParameterKinds
{
    public const string Switch = "on or off";
    public const string Whole = "a whole number";
    public const string Number = "a number";
    public const string Text = "a text";
    public const string Fixed = "a table, which no setting can change";
}
