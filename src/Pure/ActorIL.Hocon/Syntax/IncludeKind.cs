namespace ActorIL.Hocon.Syntax;

/// <summary>How an include statement names what it includes.</summary>
internal enum IncludeKind
{
    Plain,
    File,
    Url,
    Classpath,
}
