# The ninetray command of Windows: waits for the application, which a terminal would not, and passes on what it prints. `run` asks it once,
# for a token, and starts the command that was given in this terminal; Ctrl-C reaches it, and its exit code is passed on.
$program = Join-Path $PSScriptRoot '..\..\NineTray.exe'

# PowerShell keeps a "--" for itself in $args.
$all = [Environment]::GetCommandLineArgs()
$file = [Array]::FindIndex($all, [Predicate[string]] { param($one) $one -like '*ninetray.ps1' })
$words = @($all | Select-Object -Skip ($file + 1))
$end = [Array]::IndexOf($words, '--')

if ($words.Count -eq 0 -or $words[0] -ne 'run' -or $end -lt 0 -or $end -eq $words.Count - 1) {
  & $program @words | Write-Output
  if ($words.Count -gt 0 -and $words[0] -eq 'run' -and $LASTEXITCODE -ne 0) { exit 125 }
  exit $LASTEXITCODE
}

$options = @($words[0..($end - 1)])
# The token, the address, and the names of the two variables.
$answer = (& $program @options "--lease=$PID" | Out-String).Trim() -split ' '
if ($LASTEXITCODE -ne 0 -or $answer.Count -ne 4) { exit 125 }
[Environment]::SetEnvironmentVariable($answer[2], $answer[0], 'Process')
[Environment]::SetEnvironmentVariable($answer[3], $answer[1], 'Process')

# Most programs would otherwise ask a proxy for 127.0.0.1, and so hand it the token. Windows' variables have no case.
$local = '127.0.0.1,localhost,::1'
$env:NO_PROXY = if ($env:NO_PROXY) { "$env:NO_PROXY,$local" } else { $local }

$command = $words[$end + 1]
$rest = @($words | Select-Object -Skip ($end + 2))
if (-not (Get-Command $command -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine("ninetray: ${command}: not found")
  exit 127
}
& $command @rest
exit $LASTEXITCODE
