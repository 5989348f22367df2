global using ActorIL.Testing;
global using static System.FormattableString;
