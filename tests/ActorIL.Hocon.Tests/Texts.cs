using System.Collections.Immutable;
using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Tests;

/// <summary>Reads texts for tests: no files and no environment unless they are given.</summary>
internal static class Texts
{
    public const string Source = "main.conf";

    public static HoconDocument Parsed(string text, params (string Path, string Text)[] files) =>
        HoconReader
            .Parse(text, Source, Files(files))
            .Match(
                ok: document => document,
                failed: error => throw new Xunit.Sdk.XunitException($"{error}\nin: {text}")
            );

    public static HoconConfig Resolved(string text, params (string Path, string Text)[] files) =>
        Resolved(Parsed(text, files));

    public static HoconConfig Resolved(HoconDocument document, params (string Name, string Value)[] variables) =>
        document
            .Resolve(Environment(variables))
            .Match(ok: config => config, failed: error => throw new Xunit.Sdk.XunitException(error.ToString()));

    public static HoconConfig ResolvedIn(string text, params (string Name, string Value)[] variables) =>
        Resolved(Parsed(text), variables);

    public static string Json(string text, params (string Path, string Text)[] files) =>
        CanonicalJson.Render(Resolved(text, files).Root);

    public static HoconError Error(string text, params (string Path, string Text)[] files) =>
        Attempt(text, files)
            .Match(
                ok: config =>
                    throw new Xunit.Sdk.XunitException($"accepted as {CanonicalJson.Render(config.Root)}: {text}"),
                failed: error => error
            );

    public static HoconResult<HoconConfig> Attempt(string text, params (string Path, string Text)[] files) =>
        HoconReader.Parse(text, Source, Files(files)).Bind(document => document.Resolve(_ => null));

    public static T Value<T>(HoconResult<T> result) =>
        result.Match(ok: value => value, failed: error => throw new Xunit.Sdk.XunitException(error.ToString()));

    public static HoconError Failure<T>(HoconResult<T> result) =>
        result.Match(ok: value => throw new Xunit.Sdk.XunitException($"accepted: {value}"), failed: error => error);

    public static Func<string, IncludeOutcome> Files(params (string Path, string Text)[] files)
    {
        var texts = files.ToImmutableSortedDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        return path =>
            texts.TryGetValue(path, out var text) ? new IncludeOutcome.Found(text) : new IncludeOutcome.Missing();
    }

    private static Func<string, string?> Environment((string Name, string Value)[] variables)
    {
        var values = variables.ToImmutableSortedDictionary(
            variable => variable.Name,
            variable => variable.Value,
            StringComparer.Ordinal
        );
        return name => values.TryGetValue(name, out var value) ? value : null;
    }
}
