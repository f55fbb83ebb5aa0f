@echo off
rem The ninetray command of Windows, for every terminal: ninetray.ps1 beside it does the work.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0ninetray.ps1" %*
exit /b %ERRORLEVEL%
